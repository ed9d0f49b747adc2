-- Whether a session began with both steps of signing in: a password and six digits, or a passkey opened by its owner.
-- An officer has permissions in such a session only; sessions from before begin anew.
alter table sessions add column two_steps boolean not null default false;
