-- A réorientation is asked for, then accepted or refused: who, why, what is wished, what was decided (requirement ORI-6).
create table orientation.reorientation (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  suivi_id bigint not null references orientation.suivi,
  origine text not null check (origine in ('REFERENT', 'PERSONNE', 'REEXAMEN')),
  raisons text[] not null check (cardinality(raisons) > 0),
  precisions text,
  parcours_voulu text check (parcours_voulu in ('SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL')),
  organisation_voulue_id int references structures.organisation,
  demandee_le date not null,
  demandee_par text not null,
  etat text not null default 'DEMANDEE' check (etat in ('DEMANDEE', 'ACCEPTEE', 'REFUSEE', 'RETIREE')),
  etat_depuis date not null,
  decidee_par text,
  raison_decision text,
  recommandation_id bigint references diagnostic.recommandation,
  nouveau_suivi_id bigint references orientation.suivi,
  saisie_le timestamptz not null,
  territoire_id int, organisation_ids int[],
  constraint reorientation_acceptee check ((etat = 'ACCEPTEE') = (nouveau_suivi_id is not null)),
  constraint reorientation_raison check (etat not in ('REFUSEE', 'RETIREE') or raison_decision is not null)
);
comment on table orientation.reorientation is 'Les demandes de réorientation et ce qui en a été décidé. RGPD : vie professionnelle';
comment on column orientation.reorientation.id is 'Numéro interne. RGPD : aucune';
comment on column orientation.reorientation.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column orientation.reorientation.suivi_id is 'Le suivi dont on demande le changement. RGPD : aucune';
comment on column orientation.reorientation.origine is 'Qui la demande : le référent ou son organisation, la personne, le réexamen du parcours social. RGPD : vie professionnelle';
comment on column orientation.reorientation.raisons is 'Pourquoi, dans une liste. RGPD : vie personnelle';
comment on column orientation.reorientation.precisions is 'Pourquoi, en quelques mots. RGPD : vie personnelle';
comment on column orientation.reorientation.parcours_voulu is 'Le parcours souhaité, vide sans souhait. RGPD : vie professionnelle';
comment on column orientation.reorientation.organisation_voulue_id is 'L''organisation souhaitée, vide sans souhait. RGPD : vie professionnelle';
comment on column orientation.reorientation.demandee_le is 'Le jour de la demande. RGPD : aucune';
comment on column orientation.reorientation.demandee_par is 'Qui l''a saisie. RGPD : identité professionnelle';
comment on column orientation.reorientation.etat is 'Demandée, acceptée, refusée ou retirée. RGPD : vie professionnelle';
comment on column orientation.reorientation.etat_depuis is 'Le jour où cet état prend effet. RGPD : aucune';
comment on column orientation.reorientation.decidee_par is 'Qui a décidé ou retiré, vide tant qu''elle attend. RGPD : identité professionnelle';
comment on column orientation.reorientation.raison_decision is 'Pourquoi elle est refusée ou retirée. RGPD : vie personnelle';
comment on column orientation.reorientation.recommandation_id is 'La recommandation du diagnostic fait depuis l''orientation en cours, lue pour décider. RGPD : aucune';
comment on column orientation.reorientation.nouveau_suivi_id is 'Le suivi qui remplace, quand elle est acceptée. RGPD : aucune';
comment on column orientation.reorientation.saisie_le is 'Quand elle a été saisie. RGPD : aucune';
comment on column orientation.reorientation.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column orientation.reorientation.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create unique index reorientation_demandee on orientation.reorientation (personne_id) where etat = 'DEMANDEE';
create index reorientation_personne on orientation.reorientation (personne_id);
create index reorientation_suivi on orientation.reorientation (suivi_id);
create unique index reorientation_nouveau_suivi on orientation.reorientation (nouveau_suivi_id) where nouveau_suivi_id is not null;

-- A parcours social that its review leaves as it is: why, what the équipe pluridisciplinaire said, the next review, and the dates it replaced.
create table orientation.maintien (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  suivi_id bigint not null references orientation.suivi,
  fait_le date not null,
  raison text not null,
  avis_le date,
  avis text check (avis in ('FAVORABLE', 'DEFAVORABLE')),
  prochain_le date not null,
  avant_depart date not null,
  avant_limite date not null,
  avant_reference text,
  annule_le timestamptz,
  annule_par text,
  fait_par text not null, saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[],
  constraint maintien_avis check ((avis_le is null) = (avis is null))
);
comment on table orientation.maintien is 'Les réexamens qui maintiennent un parcours social (L. 262-31 CASF). RGPD : vie professionnelle';
comment on column orientation.maintien.id is 'Numéro interne. RGPD : aucune';
comment on column orientation.maintien.personne_id is 'La personne, celle conservée après fusion. RGPD : aucune';
comment on column orientation.maintien.suivi_id is 'Le suivi réexaminé. RGPD : aucune';
comment on column orientation.maintien.fait_le is 'Le jour de la décision. RGPD : aucune';
comment on column orientation.maintien.raison is 'Pourquoi le parcours social continue. RGPD : vie personnelle';
comment on column orientation.maintien.avis_le is 'Le jour où l''équipe pluridisciplinaire a examiné la situation, vide si elle ne l''a pas fait. RGPD : aucune';
comment on column orientation.maintien.avis is 'Son avis sur le maintien. RGPD : vie professionnelle';
comment on column orientation.maintien.prochain_le is 'La limite du réexamen suivant. RGPD : aucune';
comment on column orientation.maintien.avant_depart is 'Départ du délai auquel il répond. RGPD : aucune';
comment on column orientation.maintien.avant_limite is 'Limite à laquelle il répond. RGPD : aucune';
comment on column orientation.maintien.avant_reference is 'Article de cette limite. RGPD : aucune';
comment on column orientation.maintien.annule_le is 'Quand il a été annulé, vide sinon. RGPD : aucune';
comment on column orientation.maintien.annule_par is 'Qui l''a annulé. RGPD : identité professionnelle';
comment on column orientation.maintien.fait_par is 'Qui l''a décidé. RGPD : identité professionnelle';
comment on column orientation.maintien.saisi_le is 'Quand il a été saisi. RGPD : aucune';
comment on column orientation.maintien.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column orientation.maintien.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index maintien_suivi on orientation.maintien (suivi_id);
create index maintien_personne on orientation.maintien (personne_id);

do $$
declare t record;
begin
  for t in select * from (values ('reorientation'), ('maintien')) v (nom) loop
    execute format('alter table orientation.%I enable row level security', t.nom);
    execute format($p$create policy lecture on orientation.%I for select to jalon_application
      using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
             or territoire_id = any ((select habilitations.territoires())::int[])
             or organisation_ids && (select habilitations.organisations())::int[]))$p$, t.nom);
    execute format('grant select, insert, update on orientation.%I to jalon_application', t.nom);
    execute format('create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on orientation.%I for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t.nom);
  end loop;
end $$;
-- Whoever may ask writes a request that waits or that is withdrawn; only who may orient decides. Merging two records moves the rows too.
create policy demande on orientation.reorientation for insert to jalon_application
  with check (((select habilitations.peut('REORIENTATIONS')) and etat = 'DEMANDEE') and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));
create policy decision on orientation.reorientation for update to jalon_application
  using (((select habilitations.peut('ORIENTATIONS')) or (select habilitations.peut('DOUBLONS')) or (select habilitations.peut('REORIENTATIONS')) and etat = 'DEMANDEE')
    and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])
      or organisation_ids && (select habilitations.organisations())::int[]))
  with check ((select habilitations.peut('ORIENTATIONS')) or (select habilitations.peut('DOUBLONS')) or etat in ('DEMANDEE', 'RETIREE'));
create policy decision on orientation.maintien for insert to jalon_application
  with check ((select habilitations.peut('ORIENTATIONS')) and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));
create policy correction on orientation.maintien for update to jalon_application
  using (((select habilitations.peut('ORIENTATIONS')) or (select habilitations.peut('DOUBLONS'))) and ((select habilitations.partout())
    or territoire_id = any ((select habilitations.territoires())::int[]) or organisation_ids && (select habilitations.organisations())::int[]));

alter table orientation.passage drop constraint passage_objet_check,
  add constraint passage_objet_check check (objet in ('ENTREE', 'SUIVI', 'REORIENTATION', 'MAINTIEN'));

-- The follow-up that a réorientation replaces is the person's until the eve of the new one, that day included: it has its own first day after.
alter table orientation.suivi add column suivant_id bigint references orientation.suivi;
comment on column orientation.suivi.suivant_id is 'Le suivi qui le remplace par une réorientation, vide sinon. RGPD : aucune';
alter table orientation.suivi add column jusqua date generated always as
  (case when fin_le is null then date 'infinity' when suivant_id is null then fin_le else fin_le + 1 end) stored;
comment on column orientation.suivi.jusqua is 'Premier jour où ce suivi n''est plus celui de la personne : le jour de fin, ou le lendemain quand une réorientation l''a remplacé. RGPD : aucune';

create or replace function orientation.charges_au(au date) returns table (referent_id int, charge int) stable language sql security definer
  set search_path = orientation, allocataires, pg_temp as $$
  select s.referent_id, count(*)::int from orientation.suivi s
  join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
  where s.referent_id is not null and s.notifie_le <= au and s.jusqua > au
    and coalesce((select x.vers from orientation.passage x
                  where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= au
                  order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE'
  group by 1 $$;
