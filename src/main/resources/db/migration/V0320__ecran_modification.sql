-- Who last saved a form, so that a colleague who was writing in it at the same time is told whose change she meets.
create schema ecran;
grant usage on schema ecran to jalon_application;
create table ecran.modification (
  chose text not null,
  cle text not null,
  empreinte text not null,
  saisie text,
  par text not null,
  nom text not null,
  le timestamptz not null,
  primary key (chose, cle)
);
comment on table ecran.modification is 'Le dernier enregistrement de chaque formulaire de réglage (un lieu, une session, un compte…) : qui, quand. Rien sur une personne suivie. RGPD : identité professionnelle';
comment on column ecran.modification.chose is 'Quel formulaire. RGPD : aucune';
comment on column ecran.modification.cle is 'Numéro de ce qui est modifié. RGPD : aucune';
comment on column ecran.modification.empreinte is 'Marque de ce qui a été enregistré : l''auteur n''est nommé que si rien n''a changé depuis. RGPD : aucune';
comment on column ecran.modification.saisie is 'Marque de ce qui a été tapé : le même envoi reçu deux fois (double clic) n''est écrit qu''une fois. RGPD : aucune';
comment on column ecran.modification.par is 'Identifiant de l''agent. RGPD : identité professionnelle';
comment on column ecran.modification.nom is 'Son nom, comme les collègues le lisent. RGPD : identité professionnelle';
comment on column ecran.modification.le is 'Quand. RGPD : trace';
alter table ecran.modification enable row level security;
create policy lecture on ecran.modification for select to jalon_application using ((select habilitations.agent()) <> '');
create policy ecriture on ecran.modification for insert to jalon_application with check (par = (select habilitations.agent()));
create policy remplacement on ecran.modification for update to jalon_application using ((select habilitations.agent()) <> '') with check (par = (select habilitations.agent()));
grant select, insert, update on ecran.modification to jalon_application;
