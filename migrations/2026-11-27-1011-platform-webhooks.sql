-- Addresses of other programs that are told what happens. The secret that signs is closed by our own.
create table webhook_endpoints (
  id uuid primary key,
  url text not null,
  secret bytea not null,
  -- Kinds of events; empty means all.
  events text[] not null,
  registered_by uuid,
  registered_at timestamptz not null,
  removed_at timestamptz
);
create index webhook_endpoints_there on webhook_endpoints (registered_at desc, id desc) where removed_at is null;
comment on index webhook_endpoints_there is 'serves who is told of an event, and the list of endpoints';

create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints (id),
  kind text not null,
  body text not null,
  created_at timestamptz not null,
  tries integer not null default 0,
  tried_at timestamptz,
  -- When it is tried again; null when it arrived or was given up.
  next_at timestamptz,
  delivered_at timestamptz,
  status integer,
  error text
);
create index webhook_deliveries_endpoint on webhook_deliveries (endpoint_id, created_at desc);
comment on index webhook_deliveries_endpoint is 'serves the deliveries of an endpoint';
create index webhook_deliveries_newest on webhook_deliveries (created_at desc, id desc);
comment on index webhook_deliveries_newest is 'serves the list of deliveries and the sweep of old ones';
