-- Whether a person may choose another date asks the same question as every screen: what is her right, where she counts (R__place_des_personnes, which names the
-- codes of the payer). In plpgsql: those functions are written after the versions.
create or replace function rendezvous.peut_reprendre(personne bigint, aujourdhui date) returns boolean stable language plpgsql security definer
  set search_path = rendezvous, allocataires, pg_temp as $$
begin
  return not exists (select from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id
      where c.personne_id = personne and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE') and s.jour >= aujourdhui)
    and not exists (select from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
      where e.personne_id = personne and e.etat in ('INVITEE', 'CONVOQUEE', 'CONFIRMEE') and coalesce(k.jour, e.code_expire_le) >= aujourdhui)
    and not exists (select from allocataires.situation s where s.personne_id = personne and (allocataires.est_ferme(s.etat) or not s.adulte));
end $$;
comment on function rendezvous.peut_reprendre(bigint, date) is 'Vrai quand rien n''est à venir pour la personne et que son droit n''est pas fermé';

comment on column allocataires.situation.foyer_id is 'Le foyer où elle compte, sinon le dernier où elle fut. RGPD : aucune';
comment on column allocataires.situation.etat is 'État de son droit aujourd''hui, ou le dernier jour où elle y fut (ETATDOSRSA ou ABSENT). RGPD : situation économique';
