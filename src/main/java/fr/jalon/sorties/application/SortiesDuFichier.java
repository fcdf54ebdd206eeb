package fr.jalon.sorties.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.Echeances.Ouverture;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exits that the file of the payer tells: a right that ended, or duties that stopped with a job; a few orders whatever the number of persons. */
@Component
class SortiesDuFichier {
  /** Whose right is over, and since when; with what the payer says of why. She was soumise aux droits et devoirs in the year before. */
  private static final String FINIS = """
      with closes as (
        select s.personne_id from allocataires.situation s
        where s.adulte and not s.fusionnee and (allocataires.est_ferme(s.etat) or not s.present) and (:personnes::bigint[] is null or s.personne_id = any(:personnes::bigint[]))
      ), finis as (
        select p.personne_id, case when p.presente then p.etat_depuis else p.jour + 1 end as le, p.motif_fin, p.activite
        from allocataires.place_de((select coalesce(array_agg(personne_id), '{}') from closes), 'infinity') p
      ), sortis as (
        select f.* from finis f where f.le between :plus_tot and :plus_tard and exists (
          select from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and allocataires.est_ouvert(d.etat)
            and d.depuis < m.jusqua and d.jusqua > m.depuis
          where m.personne_id = f.personne_id and m.oublie_le = 'infinity' and m.adulte and m.sdd and least(d.jusqua, m.jusqua) > f.le - interval '1 year'
            and greatest(d.depuis, m.depuis) < f.le)
          -- it was open until about that day: a right closed long ago and lost from the file since ends once
          and exists (select from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and allocataires.est_ouvert(d.etat)
            and d.depuis < m.jusqua and d.jusqua > m.depuis
          where m.personne_id = f.personne_id and m.oublie_le = 'infinity' and least(d.jusqua, m.jusqua) >= f.le - :attendre::int and greatest(d.depuis, m.depuis) < f.le)
      )
      """;
  private static final String PAR_LE_FICHIER = """
      , proposees as (
        select s.personne_id, s.le, coalesce(a.raison, c.raison, 'INCONNU') as raison
        from sortis s
        left join sorties.code_de_la_caisse a on a.champ = 'ACTIVITE' and a.code = s.activite
        left join sorties.code_de_la_caisse c on c.champ = 'FIN' and c.code = s.motif_fin
        where (c.code is null or c.raison is not null)
          and not exists (select from sorties.sortie x where x.personne_id = s.personne_id
            and (x.fermee_le between s.le - :attendre::int and s.le + :attendre::int or x.etat = 'PROPOSEE'
              -- one the file has not met yet
              or x.fermee_le is null and x.etat <> 'ECARTEE' and x.le between s.le - :ecart::int and s.le + :ecart::int))
      )
      insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, fermee_le, classe, cle, ecrite_par, ecrite_le)
      select personne_id, 'PROPOSEE', :jour, raison, le, 'FICHIER', le, 'AUTRE', gen_random_uuid(), :par, :maintenant from proposees
      returning id, personne_id
      """;
  /** Her right is open, she no longer owes anything, and her activity says work or training. */
  private static final String SANS_DEVOIRS = """
      with sans as (
        select s.personne_id, d.le from allocataires.situation s
        join lateral (select max(m.jusqua) as le from allocataires.membre m where m.personne_id = s.personne_id and m.oublie_le = 'infinity' and m.sdd and m.jusqua <> 'infinity') d
          on d.le between :plus_tot and :plus_tard
        where s.adulte and s.present and not s.fusionnee and not s.sdd and allocataires.est_ouvert(s.etat) and (:personnes::bigint[] is null or s.personne_id = any(:personnes::bigint[]))
      ), proposees as (
        select s.personne_id, s.le, a.raison from sans s
        join allocataires.place_de((select coalesce(array_agg(personne_id), '{}') from sans), 'infinity') p on p.personne_id = s.personne_id
        join sorties.code_de_la_caisse a on a.champ = 'ACTIVITE' and a.code = p.activite and a.raison in ('EMPLOI', 'INDEPENDANT', 'FORMATION')
        where not exists (select from sorties.sortie x where x.personne_id = s.personne_id and (x.le between s.le - :ecart::int and s.le + :ecart::int or x.etat = 'PROPOSEE'))
      )
      insert into sorties.sortie (personne_id, etat, etat_depuis, raison, le, source, classe, cle, ecrite_par, ecrite_le)
      select personne_id, 'PROPOSEE', :jour, raison, le, 'FICHIER', 'AUTRE', gen_random_uuid(), :par, :maintenant from proposees returning id, personne_id
      """;
  private final JdbcClient base;
  private final RegistreDesSorties registre;
  private final Echeances echeances;
  private final Parametres parametres;
  private final Clock horloge;

  SortiesDuFichier(JdbcClient base, RegistreDesSorties registre, Echeances echeances, Parametres parametres, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.echeances = echeances;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  private record Proposee(long id, long personneId) {}

  /** What was told before, the file says too: it is not proposed. @param personnes {@code null} for everyone. @return how many */
  int rapprocher(LocalDate jour, List<Long> personnes) {
    Map<String, Object> p = parametres(jour, personnes);
    p.put("plus_tard", jour);
    List<Long> confirmees = base.sql(FINIS + """
        update sorties.sortie x set fermee_le = y.le from (
          select distinct on (s.personne_id) x.id, s.le from sortis s join sorties.sortie x on x.personne_id = s.personne_id and x.fermee_le is null and x.etat <> 'ECARTEE'
            and x.le between s.le - :ecart::int and s.le + :ecart::int
          order by s.personne_id, abs(x.le - s.le), x.id desc) y
        where x.id = y.id returning x.id""").params(p).query(Long.class).list();
    registre.noter(confirmees, jour, "Le fichier de la caisse le confirme : son droit est fermé");
    return confirmees.size();
  }

  /** What nobody told is proposed to who follows her, once her right has not come back for a while. @return how many */
  int proposer(LocalDate jour, List<Long> personnes) {
    // a right that ends once is proposed once: the file and the night do not propose at the same time
    base.sql("select pg_advisory_xact_lock(hashtextextended('sorties.fichier', 0))").query((_, _) -> 0).list();
    Map<String, Object> p = parametres(jour, personnes);
    p.put("plus_tard", jour.minusDays(parametres.jours("sorties.proposer_apres_jours", jour)));
    p.put("jour", jour);
    p.put("par", registre.moi());
    p.put("maintenant", OffsetDateTime.now(horloge));
    return ouvrir(base.sql(FINIS + PAR_LE_FICHIER).params(p).query(Proposee.class).list(), jour)
        + ouvrir(base.sql(SANS_DEVOIRS).params(p).query(Proposee.class).list(), jour);
  }

  private int ouvrir(List<Proposee> proposees, LocalDate jour) {
    registre.naitre(proposees.stream().map(Proposee::id).toList(), jour);
    LocalDate cible = jour.plusDays(parametres.jours("sorties.completer_jours", jour));
    return echeances.ouvrir(Nature.A_COMPLETER, proposees.stream().map(s -> new Ouverture(s.personneId(), s.id(), jour, null, null, cible,
        "Sortie à compléter", "sorties.completer_jours")).toList());
  }

  private Map<String, Object> parametres(LocalDate jour, List<Long> personnes) {
    Map<String, Object> p = new HashMap<>();
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("plus_tot", jour.minusDays(parametres.jours("sorties.anciennes_jours", jour)));
    p.put("ecart", parametres.jours("sorties.rapprocher_jours", jour));
    p.put("attendre", parametres.jours("sorties.proposer_apres_jours", jour));
    return p;
  }
}
