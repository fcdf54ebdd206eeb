-- Every appointment of a person that has not been held: collective or with one agent, given or to choose. Said here once; whoever wants those of a day on, or the
-- next one, asks it. Read under the perimeter of the agent. An instance that has not come to this room yet has nothing to make.
do $faire$ begin if to_regclass('rendezvous.creneau') is not null then execute $vue$
create or replace view rendezvous.prevu with (security_invoker = true) as
  select c.personne_id, c.id, case c.etat when 'EN_ATTENTE' then 'ATTENTE' else 'SESSION' end as nature, c.etat <> 'EN_ATTENTE' as donne, s.jour, s.debut, s.lieu_id
  from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id where c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')
  union all
  select e.personne_id, e.id, case e.etat when 'INVITEE' then 'INVITATION' else 'ENTRETIEN' end, e.etat <> 'INVITEE', coalesce(k.jour, e.code_expire_le), k.debut,
    m.lieu_id
  from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id left join rendezvous.permanence m on m.id = k.permanence_id
  where e.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE')
$vue$;
comment on view rendezvous.prevu is 'Les rendez-vous qui ne sont pas encore tenus, donnés ou à choisir. RGPD : vie personnelle';
comment on column rendezvous.prevu.personne_id is 'La personne. RGPD : aucune';
comment on column rendezvous.prevu.id is 'Numéro de la convocation ou de l''entretien. RGPD : aucune';
comment on column rendezvous.prevu.nature is 'Information collective, liste d''attente, entretien, invitation à choisir. RGPD : vie personnelle';
comment on column rendezvous.prevu.donne is 'Vrai quand le jour est donné ; faux en liste d''attente, et tant qu''elle n''a pas choisi. RGPD : vie personnelle';
comment on column rendezvous.prevu.jour is 'Le jour, ou le dernier pour choisir. RGPD : vie personnelle';
comment on column rendezvous.prevu.debut is 'L''heure ; vide pour une invitation. RGPD : vie personnelle';
comment on column rendezvous.prevu.lieu_id is 'Le lieu ; vide pour une invitation. RGPD : aucune';
grant select on rendezvous.prevu to jalon_application;
end if; end $faire$;
