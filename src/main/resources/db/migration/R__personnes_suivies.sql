-- Whom somebody follows: the one population of Ma journée, of Mes personnes and of the reviews. A follow-up that runs, whose letter has left; of two records found to
-- be one, the one kept. Read under the perimeter of the agent. An instance that has not come to this room yet has nothing to make.
do $faire$ begin if to_regclass('accompagnement.contact') is not null then execute $vue$
create or replace view accompagnement.suivie with (security_invoker = true) as
  select s.personne_id, s.id as suivi_id, s.parcours, s.organisation_id, s.referent_id, s.notifie_le, s.saisi_le, p.nom, p.prenom, p.date_naissance, p.telephone,
    p.territoire_id
  from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  where s.etat = 'EN_COURS' and not s.a_poster
$vue$;
comment on view accompagnement.suivie is 'Les personnes que quelqu''un suit aujourd''hui, une ligne chacune. RGPD : identité';
comment on column accompagnement.suivie.personne_id is 'La personne. RGPD : aucune';
comment on column accompagnement.suivie.suivi_id is 'Son suivi. RGPD : aucune';
comment on column accompagnement.suivie.parcours is 'Son parcours. RGPD : vie personnelle';
comment on column accompagnement.suivie.organisation_id is 'Qui la suit. RGPD : vie personnelle';
comment on column accompagnement.suivie.referent_id is 'Son référent, vide s''il reste à désigner. RGPD : vie personnelle';
comment on column accompagnement.suivie.notifie_le is 'Le jour où son orientation lui a été notifiée. RGPD : vie personnelle';
comment on column accompagnement.suivie.saisi_le is 'Quand elle a été saisie dans Jalon. RGPD : vie professionnelle';
comment on column accompagnement.suivie.nom is 'Nom. RGPD : identité';
comment on column accompagnement.suivie.prenom is 'Prénom. RGPD : identité';
comment on column accompagnement.suivie.date_naissance is 'Date de naissance. RGPD : identité';
comment on column accompagnement.suivie.telephone is 'Téléphone. RGPD : coordonnées';
comment on column accompagnement.suivie.territoire_id is 'Territoire d''aujourd''hui. RGPD : aucune';
grant select on accompagnement.suivie to jalon_application;
end if; end $faire$;
