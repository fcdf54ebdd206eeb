-- What the list of persons shows, one row per person: her last place in a foyer and the present state of its right. Deduced from the
-- facts, never a source: allocataires.situer() writes it again for the foyers a file has touched.
create table allocataires.situation (
  personne_id bigint primary key references allocataires.personne,
  foyer_id bigint not null references allocataires.foyer,
  present boolean not null,
  role text not null, adulte boolean not null, sdd boolean not null, tns boolean not null,
  etat text not null, etat_depuis date,
  type_foyer text not null, fonction_organisme text not null, date_demande date not null,
  commune text, nom_commune text,
  fusionnee boolean not null,
  territoire_id int, organisation_ids int[]
);
comment on table allocataires.situation is 'La situation présente de chaque personne, déduite des faits, pour les listes. RGPD : vie professionnelle';
comment on column allocataires.situation.personne_id is 'La personne. RGPD : aucune';
comment on column allocataires.situation.foyer_id is 'Son foyer présent, sinon le dernier. RGPD : aucune';
comment on column allocataires.situation.present is 'Faux quand elle a quitté ce foyer. RGPD : vie personnelle';
comment on column allocataires.situation.role is 'Sa place dans le foyer (ROLEPERS). RGPD : vie personnelle';
comment on column allocataires.situation.adulte is 'Vrai pour le demandeur et son conjoint. RGPD : vie personnelle';
comment on column allocataires.situation.sdd is 'Soumise aux droits et devoirs. RGPD : vie professionnelle';
comment on column allocataires.situation.tns is 'Travaille à son compte. RGPD : vie professionnelle';
comment on column allocataires.situation.etat is 'État présent du droit (ETATDOSRSA ou ABSENT). RGPD : situation économique';
comment on column allocataires.situation.etat_depuis is 'Depuis quand : suspension ou fin dites par la caisse, sinon changement constaté, sinon demande. RGPD : situation économique';
comment on column allocataires.situation.type_foyer is 'Type de foyer. RGPD : vie personnelle';
comment on column allocataires.situation.fonction_organisme is 'CAF ou MSA. RGPD : aucune';
comment on column allocataires.situation.date_demande is 'Date de la demande de RSA. RGPD : situation économique';
comment on column allocataires.situation.commune is 'Code INSEE de la commune. RGPD : vie personnelle';
comment on column allocataires.situation.nom_commune is 'Nom de la commune. RGPD : vie personnelle';
comment on column allocataires.situation.fusionnee is 'Vrai quand la personne a été réunie à une autre : hors des listes. RGPD : aucune';
comment on column allocataires.situation.territoire_id is 'Périmètre : territoire. RGPD : aucune';
comment on column allocataires.situation.organisation_ids is 'Périmètre : organisations. RGPD : aucune';
create index situation_commune on allocataires.situation (commune);
create index situation_foyer on allocataires.situation (foyer_id);
create index personne_ordre on allocataires.personne (nom, prenom, id) where fusionnee_dans is null;
create index foyer_territoire on allocataires.foyer (territoire_id);

alter table allocataires.situation enable row level security;
create policy situation_perimetre on allocataires.situation to jalon_application
  using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
         or territoire_id = any ((select habilitations.territoires())::int[])
         or organisation_ids && (select habilitations.organisations())::int[]));
grant select on allocataires.situation to jalon_application;

-- Deduces the situation of the persons who are, or were, in these foyers. Written only where it differs.
create function allocataires.situer(foyers bigint[]) returns void language sql security definer set search_path = allocataires, pg_temp as $$
  insert into situation as s (personne_id, foyer_id, present, role, adulte, sdd, tns, etat, etat_depuis, type_foyer, fonction_organisme,
    date_demande, commune, nom_commune, fusionnee, territoire_id, organisation_ids)
  with places as materialized (
    -- the last place of each person in each of her foyers: usually one
    select distinct on (m.personne_id, m.foyer_id) m.personne_id, m.foyer_id, m.jusqua, m.depuis, m.role, m.adulte, m.sdd, m.tns
    from (select distinct personne_id from membre where foyer_id = any (foyers)) t
    join membre m on m.personne_id = t.personne_id and m.oublie_le = 'infinity'
    order by m.personne_id, m.foyer_id, m.jusqua desc),
  choisies as materialized (
    select distinct on (c.personne_id) c.*, d.etat, d.suspendu_depuis, d.fin_le, d.type_foyer, f.fonction_organisme, f.date_demande
    from places c
    join foyer f on f.id = c.foyer_id
    join droit d on d.foyer_id = c.foyer_id and d.jusqua = 'infinity' and d.oublie_le = 'infinity'
    order by c.personne_id, c.jusqua = 'infinity' desc, d.etat in ('2', '3', '4') desc, f.date_demande desc, c.depuis desc)
  select c.personne_id, c.foyer_id, c.jusqua = 'infinity', c.role, c.adulte, c.sdd and c.jusqua = 'infinity', c.tns, c.etat,
    coalesce(case when c.etat in ('3', '4') then c.suspendu_depuis when c.etat in ('5', '6') then c.fin_le end,
      (select max(x.jusqua) from droit x where x.foyer_id = c.foyer_id and x.oublie_le = 'infinity' and x.etat <> c.etat), c.date_demande),
    c.type_foyer, c.fonction_organisme, c.date_demande, a.commune, a.nom_commune, p.fusionnee_dans is not null, p.territoire_id, p.organisation_ids
  from choisies c
  join personne p on p.id = c.personne_id
  left join adresse a on a.foyer_id = c.foyer_id and a.jusqua = 'infinity' and a.oublie_le = 'infinity'
  on conflict (personne_id) do update set foyer_id = excluded.foyer_id, present = excluded.present, role = excluded.role, adulte = excluded.adulte,
    sdd = excluded.sdd, tns = excluded.tns, etat = excluded.etat, etat_depuis = excluded.etat_depuis, type_foyer = excluded.type_foyer,
    fonction_organisme = excluded.fonction_organisme, date_demande = excluded.date_demande, commune = excluded.commune,
    nom_commune = excluded.nom_commune, fusionnee = excluded.fusionnee, territoire_id = excluded.territoire_id, organisation_ids = excluded.organisation_ids
  where (s.foyer_id, s.present, s.role, s.adulte, s.sdd, s.tns, s.etat, s.etat_depuis, s.type_foyer, s.date_demande, s.commune, s.nom_commune,
      s.fusionnee, s.territoire_id, s.organisation_ids)
    is distinct from (excluded.foyer_id, excluded.present, excluded.role, excluded.adulte, excluded.sdd, excluded.tns, excluded.etat,
      excluded.etat_depuis, excluded.type_foyer, excluded.date_demande, excluded.commune, excluded.nom_commune, excluded.fusionnee,
      excluded.territoire_id, excluded.organisation_ids)
$$;
revoke all on function allocataires.situer(bigint[]) from public;
grant execute on function allocataires.situer(bigint[]) to jalon_application;

-- Under row-level security, LIKE may not use the trigram index: it is not leakproof. This function searches with it and applies the
-- perimeter itself. Words are in lower case without accents; one or two letters must begin a word.
create function allocataires.chercher_par_nom(mots text[]) returns setof bigint language plpgsql stable security definer rows 200
  set search_path = allocataires, public, pg_temp as $$
declare
  condition text;
begin
  if cardinality(mots) = 0 or not habilitations.peut('DOSSIERS') then
    return;
  end if;
  select string_agg(case when length(mot) > 2 then format('p.recherche like %L', '%' || mot || '%')
      else format('(p.recherche like %L or p.recherche like %L)', mot || '%', '% ' || mot || '%') end, ' and ')
    into condition from unnest(mots) mot;
  return query execute 'select p.id from allocataires.personne p where p.fusionnee_dans is null and ' || condition
    || ' and ($1 or p.territoire_id = any ($2) or p.organisation_ids && $3)'
    using habilitations.partout(), habilitations.territoires(), habilitations.organisations();
end $$;
revoke all on function allocataires.chercher_par_nom(text[]) from public;
grant execute on function allocataires.chercher_par_nom(text[]) to jalon_application;

-- The perimeter and the merge of a person reach her situation at once.
create function allocataires.situation_suit_la_personne() returns trigger language plpgsql security definer set search_path = allocataires, pg_temp as $$
begin
  update situation set territoire_id = new.territoire_id, organisation_ids = new.organisation_ids, fusionnee = new.fusionnee_dans is not null
  where personne_id = new.id;
  return null;
end $$;
create trigger personne_situation after update of territoire_id, organisation_ids, fusionnee_dans on allocataires.personne for each row
  when (old.territoire_id is distinct from new.territoire_id or old.organisation_ids is distinct from new.organisation_ids
        or old.fusionnee_dans is distinct from new.fusionnee_dans)
  execute function allocataires.situation_suit_la_personne();

-- What other rooms moved with a merge, to give back exactly that if it is undone.
create table allocataires.fusion_suite (
  fusion_id bigint not null references allocataires.fusion,
  suite text not null,
  lignes bigint[] not null,
  primary key (fusion_id, suite)
);
comment on table allocataires.fusion_suite is 'Ce que chaque module a déplacé avec une fusion, pour pouvoir la défaire. RGPD : aucune';
comment on column allocataires.fusion_suite.fusion_id is 'La fusion. RGPD : aucune';
comment on column allocataires.fusion_suite.suite is 'Nom de ce qui a suivi. RGPD : aucune';
comment on column allocataires.fusion_suite.lignes is 'Numéros des lignes déplacées. RGPD : aucune';
alter table allocataires.fusion_suite enable row level security;
create policy fusion_suite_doublons on allocataires.fusion_suite to jalon_application using ((select habilitations.peut('DOUBLONS')));
grant select, insert on allocataires.fusion_suite to jalon_application;
alter table allocataires.fusion add column doublon_id bigint references allocataires.doublon;
comment on column allocataires.fusion.doublon_id is 'La tâche d''où vient la fusion. RGPD : aucune';
create index doublon_a_examiner on allocataires.doublon (signale_le) where etat = 'A_EXAMINER';
create index doublon_b on allocataires.doublon (personne_b);
