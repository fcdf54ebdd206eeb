-- Where a person is at a date, and what her right is there: the one answer that every screen, list, file and figure gives (docs/regles/allocataires.md,
-- « La place d'une personne »). Nothing else chooses a foyer for a person, nor names a code of the payer (PlaceUniqueTest).

-- The states of a right, of the code ETATDOSRSA of the payer (or ABSENT of its last full file), as fr.jalon.allocataires.EtatDuDroit says them. Written so that
-- PostgreSQL sees the code itself behind each: its statistics and plans are those of a comparison.
create or replace function allocataires.est_verse(etat text) returns boolean immutable language sql as $$ select etat = '2' $$;
create or replace function allocataires.est_suspendu(etat text) returns boolean immutable language sql as $$ select etat in ('3', '4') $$;
create or replace function allocataires.est_ouvert(etat text) returns boolean immutable language sql as $$ select etat in ('2', '3', '4') $$;
create or replace function allocataires.est_vivant(etat text) returns boolean immutable language sql as $$ select etat in ('0', '2', '3', '4') $$;
create or replace function allocataires.est_ferme(etat text) returns boolean immutable language sql as $$ select etat in ('1', '5', '6', 'ABSENT') $$;
create or replace function allocataires.etat_du_droit(etat text) returns text immutable language sql as $$
  select case etat when '2' then 'VERSE' when '3' then 'SUSPENDU' when '4' then 'SUSPENDU' when '0' then 'ATTENTE' when '5' then 'FERME' when '6' then 'FERME'
    when '1' then 'REFUSE' when 'ABSENT' then 'ABSENT' else 'INCONNU' end $$;
comment on function allocataires.est_verse(text) is 'Vrai pour un droit ouvert et versable';
comment on function allocataires.est_suspendu(text) is 'Vrai pour un droit ouvert dont le droit ou le versement est suspendu';
comment on function allocataires.est_ouvert(text) is 'Vrai pour un droit ouvert, versé ou suspendu';
comment on function allocataires.est_vivant(text) is 'Vrai pour un droit ouvert ou demandé';
comment on function allocataires.est_ferme(text) is 'Vrai pour un droit fermé, refusé, ou qui n''est plus dans le fichier de la caisse';
comment on function allocataires.etat_du_droit(text) is 'L''état d''un droit, tel que les agents le lisent, d''un code de la caisse';

-- Of the places a person holds the same day, the one that counts is the first: a right open where she is allocataire or conjointe, paid before suspended, and of
-- two paid rights the one where she is soumise aux droits et devoirs; then a claim of hers; then the living right of others she depends on; then what is closed.
create or replace function allocataires.rang_de_la_place(adulte boolean, sdd boolean, etat text) returns int immutable language sql as $$
  select case when adulte and etat = '2' and sdd then 1 when adulte and etat = '2' then 2 when adulte and etat in ('3', '4') then 3 when adulte and etat = '0' then 4
    when etat in ('0', '2', '3', '4') then 5 when adulte then 6 else 7 end $$;
comment on function allocataires.rang_de_la_place(boolean, boolean, text) is 'Des places d''une personne un même jour, celle qui compte est du plus petit rang, puis de la demande la plus récente';

-- The place of each person who is in a foyer at this date ("infinity": as last known), for lists and figures. One row a person. The date after: what ends that
-- day is over, and what has no end never is. Kept one plain query, so that PostgreSQL reads it inside the query that asks.
create or replace function allocataires.place_au(au date)
  returns table (personne_id bigint, foyer_id bigint, role text, adulte boolean, sdd boolean, tns boolean, depuis date, etat text, type_foyer text, date_demande date,
    payeur text, suspendu_depuis date, arrivee_le date) stable language sql as $$
  select distinct on (m.personne_id) m.personne_id, m.foyer_id, m.role, m.adulte, m.sdd, m.tns, m.depuis, d.etat, d.type_foyer, f.date_demande, f.fonction_organisme,
    d.suspendu_depuis, d.arrivee_le
  from allocataires.membre m
  join allocataires.foyer f on f.id = m.foyer_id
  left join allocataires.droit d on d.foyer_id = m.foyer_id and d.depuis <= au and d.jusqua >= au + 1 and d.oublie_le = 'infinity'
  where m.depuis <= au and m.jusqua >= au + 1 and m.oublie_le = 'infinity'
  order by m.personne_id, allocataires.rang_de_la_place(m.adulte, m.sdd, d.etat), f.date_demande desc, m.foyer_id desc, m.depuis desc, m.personne_origine_id desc $$;
comment on function allocataires.place_au(date) is 'La place de chaque personne présente dans un foyer à une date : son foyer et l''état de son droit. « infinity » : telle que connue en dernier';

-- Those of them whose right is paid, as allocataire or conjointe: ranks 1 and 2 come before any other, so that the other places need not be read. Same columns, same
-- order (UneSeulePlaceTest), a third of the work for the figures and lists of the whole Département.
create or replace function allocataires.verses_au(au date)
  returns table (personne_id bigint, foyer_id bigint, role text, adulte boolean, sdd boolean, tns boolean, depuis date, etat text, type_foyer text, date_demande date,
    payeur text) stable language sql as $$
  select distinct on (m.personne_id) m.personne_id, m.foyer_id, m.role, m.adulte, m.sdd, m.tns, m.depuis, d.etat, d.type_foyer, f.date_demande, f.fonction_organisme
  from allocataires.droit d
  join allocataires.membre m on m.foyer_id = d.foyer_id and m.adulte and m.depuis <= au and m.jusqua >= au + 1 and m.oublie_le = 'infinity'
  join allocataires.foyer f on f.id = d.foyer_id
  where allocataires.est_verse(d.etat) and d.depuis <= au and d.jusqua >= au + 1 and d.oublie_le = 'infinity'
  order by m.personne_id, allocataires.rang_de_la_place(m.adulte, m.sdd, d.etat), f.date_demande desc, m.foyer_id desc, m.depuis desc, m.personne_origine_id desc $$;
comment on function allocataires.verses_au(date) is 'La place de chaque personne dont le droit est versé à une date, allocataire ou conjointe : celle de place_au';

-- The same for a few persons, with all that is said of the place; and, for who is in no foyer that day, the last one she was in, as it was on her last day there
-- (presente is then false): what became of it since is not hers. As known today, or at an instant (connu).
create or replace function allocataires.place_de(personnes bigint[], au date, connu timestamptz default null)
  returns table (personne_id bigint, foyer_id bigint, presente boolean, jour date, role text, adulte boolean, sdd boolean, tns boolean, depuis date, etat text,
    type_foyer text, date_demande date, payeur text, territoire_id int, etat_depuis date, suspendu_depuis date, motif_suspension text, motif_fin text, motif_refus text,
    arrivee_le date, sans_domicile boolean, adultes smallint, enfants smallint, activite text, activite_depuis date, enceinte boolean) stable language sql as $$
  select distinct on (m.personne_id) m.personne_id, m.foyer_id, j.presente, j.jour, m.role, m.adulte, m.sdd, m.tns, m.depuis, d.etat,
    d.type_foyer, f.date_demande, f.fonction_organisme, f.territoire_id,
    coalesce(case allocataires.etat_du_droit(d.etat) when 'SUSPENDU' then d.suspendu_depuis when 'FERME' then d.fin_le end,
      (select max(x.jusqua) from allocataires.droit x where x.foyer_id = m.foyer_id and x.jusqua <= d.depuis
        and allocataires.etat_du_droit(x.etat) <> allocataires.etat_du_droit(d.etat)
        and (connu is null and x.oublie_le = 'infinity' or x.connu_le <= connu and x.oublie_le > connu)), f.date_demande),
    d.suspendu_depuis, d.motif_suspension, d.motif_fin, d.motif_refus, d.arrivee_le, d.sans_domicile, d.adultes, d.enfants, m.activite, m.activite_depuis, m.enceinte
  from allocataires.membre m
  cross join lateral (select case when m.jusqua_connu_le > connu then 'infinity'::date else m.jusqua end as jusqua) q
  cross join lateral (select q.jusqua >= au + 1 as presente, case when q.jusqua >= au + 1 then au else q.jusqua - 1 end as jour) j
  join allocataires.foyer f on f.id = m.foyer_id
  left join allocataires.droit d on d.foyer_id = m.foyer_id and d.depuis <= j.jour
    and case when d.jusqua_connu_le > connu then 'infinity'::date else d.jusqua end >= j.jour + 1
    and (connu is null and d.oublie_le = 'infinity' or d.connu_le <= connu and d.oublie_le > connu)
  where m.personne_id = any (personnes) and m.depuis <= au and (connu is null and m.oublie_le = 'infinity' or m.connu_le <= connu and m.oublie_le > connu)
  order by m.personne_id, j.presente desc, case when not j.presente then q.jusqua end desc, allocataires.rang_de_la_place(m.adulte, m.sdd, d.etat), f.date_demande desc,
    m.foyer_id desc, m.depuis desc, m.personne_origine_id desc $$;
comment on function allocataires.place_de(bigint[], date, timestamptz) is 'La place de ces personnes à une date, ou la dernière qu''elles ont tenue, avec ce qui est dit de leur droit ce jour-là';

-- Where a foyer lived at a date, and in which territory: with the foyer and the day of the place, where a person did.
create or replace function allocataires.adresse_au(foyer bigint, au date)
  returns table (lignes text, code_postal text, commune text, nom_commune text, territoire_id int, connue_le timestamptz) stable language sql as $$
  select a.lignes, a.code_postal, a.commune, a.nom_commune, a.territoire_id_adresse, a.connu_le from allocataires.adresse a
  where a.foyer_id = foyer and a.depuis <= au and a.jusqua >= au + 1 and a.oublie_le = 'infinity' $$;
comment on function allocataires.adresse_au(bigint, date) is 'L''adresse d''un foyer à une date, et son territoire';

revoke all on function allocataires.est_verse(text), allocataires.est_suspendu(text), allocataires.est_ouvert(text), allocataires.est_vivant(text),
  allocataires.est_ferme(text), allocataires.etat_du_droit(text), allocataires.rang_de_la_place(boolean, boolean, text), allocataires.place_au(date),
  allocataires.verses_au(date), allocataires.place_de(bigint[], date, timestamptz), allocataires.adresse_au(bigint, date) from public;
grant execute on function allocataires.est_verse(text), allocataires.est_suspendu(text), allocataires.est_ouvert(text), allocataires.est_vivant(text),
  allocataires.est_ferme(text), allocataires.etat_du_droit(text), allocataires.rang_de_la_place(boolean, boolean, text), allocataires.place_au(date),
  allocataires.verses_au(date), allocataires.place_de(bigint[], date, timestamptz), allocataires.adresse_au(bigint, date) to jalon_application;
