-- Whom somebody follows: the one population of Ma journée, of Mes personnes and of the reviews. A follow-up that runs, whose letter has left; of two records found to
-- be one, the one kept; whom the plan follows outside the RSA, once, when no orientation does. Read under the perimeter of the agent. An instance that has not come to this room yet has nothing to make.
do $faire$ begin if to_regclass('accompagnement.contact') is not null then execute format($vue$
create or replace view accompagnement.suivie with (security_invoker = true) as
  select s.personne_id, s.id as suivi_id, s.parcours, s.organisation_id, s.referent_id, s.notifie_le, s.saisi_le, p.nom, p.prenom, p.date_naissance, p.telephone,
    p.territoire_id
  from orientation.suivi s join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  where s.etat = 'EN_COURS' and not s.a_poster %s
$vue$, case when to_regclass('allocataires.suivi_hors_rsa') is not null then $hors$
  union all
  select h.personne_id, null, null, h.organisation_id, h.referent_id, h.depuis, h.ecrit_le, p.nom, p.prenom, p.date_naissance, p.telephone, p.territoire_id
  from (select distinct on (g.personne_id) g.* from allocataires.suivi_hors_rsa g where g.fin_le is null and g.retire_le is null
    order by g.personne_id, g.referent_id is null, g.organisation_id is null, g.depuis, g.id) h
  join allocataires.personne p on p.id = h.personne_id and p.fusionnee_dans is null
  where not exists (select from orientation.suivi o where o.personne_id = h.personne_id and o.etat = 'EN_COURS' and not o.a_poster)
$hors$ else '' end);
comment on view accompagnement.suivie is 'Les personnes que quelqu''un suit aujourd''hui, une ligne chacune. RGPD : identité';
comment on column accompagnement.suivie.personne_id is 'La personne. RGPD : aucune';
comment on column accompagnement.suivie.suivi_id is 'Son suivi. RGPD : aucune';
comment on column accompagnement.suivie.parcours is 'Son parcours ; vide hors RSA, comme son suivi. RGPD : vie personnelle';
comment on column accompagnement.suivie.organisation_id is 'Qui la suit. RGPD : vie personnelle';
comment on column accompagnement.suivie.referent_id is 'Son référent, vide s''il reste à désigner. RGPD : vie personnelle';
comment on column accompagnement.suivie.notifie_le is 'Le jour où son orientation lui a été notifiée, ou le premier jour du suivi hors RSA. RGPD : vie personnelle';
comment on column accompagnement.suivie.saisi_le is 'Quand elle a été saisie dans Jalon. RGPD : vie professionnelle';
comment on column accompagnement.suivie.nom is 'Nom. RGPD : identité';
comment on column accompagnement.suivie.prenom is 'Prénom. RGPD : identité';
comment on column accompagnement.suivie.date_naissance is 'Date de naissance. RGPD : identité';
comment on column accompagnement.suivie.telephone is 'Téléphone. RGPD : coordonnées';
comment on column accompagnement.suivie.territoire_id is 'Territoire d''aujourd''hui. RGPD : aucune';
grant select on accompagnement.suivie to jalon_application;
end if; end $faire$;
