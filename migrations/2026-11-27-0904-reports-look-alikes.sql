create index reports_public_fulltext on reports using gin (to_tsvector('simple', public_folded))
  where status not in ('rejected', 'merged', 'withdrawn');
comment on index reports_public_fulltext is 'serves look-alikes by the rarest words of a text';
