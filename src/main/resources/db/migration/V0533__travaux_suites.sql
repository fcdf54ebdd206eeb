-- What follows an act (the waiting list after a place is given back, the letters after a file) is written with the act, and erased once it is done: a server
-- killed in between loses nothing. Names of Spring Modulith's library.
create table travaux.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_faite on travaux.event_publication (completion_date);
create index event_publication_contenu on travaux.event_publication using hash (serialized_event);
comment on table travaux.event_publication is 'Les suites d''actes pas encore faites. RGPD : vie professionnelle';
comment on column travaux.event_publication.id is 'Numéro. RGPD : aucune';
comment on column travaux.event_publication.listener_id is 'Qui doit la faire. RGPD : aucune';
comment on column travaux.event_publication.event_type is 'Sorte de fait. RGPD : aucune';
comment on column travaux.event_publication.serialized_event is 'Le fait, scellé : il nomme des personnes par leur numéro et peut porter le code d''un lien. RGPD : secret';
comment on column travaux.event_publication.publication_date is 'Quand il est arrivé. RGPD : aucune';
comment on column travaux.event_publication.completion_date is 'Quand sa suite a été faite. RGPD : aucune';
comment on column travaux.event_publication.status is 'Où elle en est. RGPD : aucune';
comment on column travaux.event_publication.completion_attempts is 'Combien de fois elle a été tentée. RGPD : aucune';
comment on column travaux.event_publication.last_resubmission_date is 'Quand elle l''a été de nouveau. RGPD : aucune';
-- written by whoever acts, in her transaction, and read by the server alone; sealed: a row says nothing to who reads it
alter table travaux.event_publication enable row level security;
create policy lecture on travaux.event_publication for select to jalon_application using (true);
create policy ecriture on travaux.event_publication for insert to jalon_application with check (true);
create policy suite on travaux.event_publication for update to jalon_application using (true);
create policy faite on travaux.event_publication for delete to jalon_application using (true);
grant select, insert, update, delete on travaux.event_publication to jalon_application;
