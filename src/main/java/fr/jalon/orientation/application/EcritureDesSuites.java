package fr.jalon.orientation.application;

import fr.jalon.allocataires.SituationsChangees;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.application.Suites.Nouvelle;
import fr.jalon.orientation.application.Suites.Passage;
import fr.jalon.orientation.domaine.DelaiDOrientation;
import fr.jalon.orientation.domaine.DelaiVise;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a batch of movements leads to: a few statements, whatever the number of persons. */
@Component
class EcritureDesSuites {
  private final JdbcClient base;
  private final Echeances echeances;
  private final ReexamenDuParcoursSocial reexamen;
  private final DemandesSansSuivi demandes;
  private final DelaisDuDepartement delais;
  private final EcheancesVisees visees;
  private final RepriseDesDelais reprise;
  private final Parametres parametres;
  private final ApplicationEventPublisher evenements;

  EcritureDesSuites(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") Echeances echeances,
      @Qualifier("chargement") ReexamenDuParcoursSocial reexamen, @Qualifier("chargement") DemandesSansSuivi demandes,
      DelaisDuDepartement delais, EcheancesVisees visees, RepriseDesDelais reprise, Parametres parametres,
      ApplicationEventPublisher evenements) {
    this.base = base;
    this.echeances = echeances;
    this.reexamen = reexamen;
    this.demandes = demandes;
    this.delais = delais;
    this.visees = visees;
    this.reprise = reprise;
    this.parametres = parametres;
    this.evenements = evenements;
  }

  /** @return number of new entrants written */
  int ecrire(Constat constat, Suites suites) {
    passerEntrees(constat, suites.entrees());
    passerSuivis(constat, suites.suivis());
    int nouveaux = creerEntrees(constat, suites.nouvelles());
    List<Long> bougees = Stream.concat(Stream.concat(suites.entrees().stream(), suites.suivis().stream()).map(Passage::personneId),
        suites.nouvelles().stream().filter(n -> n.etat() != EtatEntree.EN_ATTENTE).map(Nouvelle::personneId)).distinct().toList();
    if (!bougees.isEmpty()) {
      visees.mettreAJour(bougees);
    }
    List<Long> revenues = Stream.concat(suites.entrees().stream().filter(p -> p.de().equals(EtatEntree.SORTIE.name())),
        suites.suivis().stream().filter(p -> p.de().equals(EtatSuivi.CLOS.name()))).map(Passage::personneId).distinct().toList();
    if (!revenues.isEmpty()) {
      evenements.publishEvent(new SituationsChangees(revenues));
    }
    return nouveaux;
  }

  /**
   * Who is followed and enters or leaves a foyer takes the sight of it to her organisation, or away from it: a follow-up shares the foyer where
   * she lives now.
   *
   * @param bougees persons of whom the file says something else than before
   */
  void suivreDansLeursFoyers(Collection<Long> bougees) {
    if (bougees.isEmpty()) {
      return;
    }
    base.sql("""
        select orientation.recalculer_organisations(p.ids) from (
          select array_agg(distinct s.personne_id) as ids from orientation.suivi s
          join allocataires.membre m on m.personne_id = s.personne_id and m.adulte and m.oublie_le = 'infinity' join allocataires.foyer f on f.id = m.foyer_id
          where s.etat <> 'CLOS' and s.personne_id = any(:bougees::bigint[])
            and (m.jusqua = 'infinity') <> coalesce(s.organisation_id = any(f.organisation_ids), false)) p where p.ids is not null""")
        .param("bougees", bougees.stream().mapToLong(Long::longValue).toArray()).query((_, _) -> 0).list();
  }

  private void passerEntrees(Constat constat, List<Passage> passages) {
    if (passages.isEmpty()) {
      return;
    }
    changer("orientation.entree", constat, passages);
    consigner("ENTREE", constat, passages);
    echeances.suspendre(Nature.ORIENTATION, objets(passages, EtatEntree.SUSPENDUE), constat.recuLe());
    List<Long> sorties = objets(passages, EtatEntree.SORTIE);
    List<Long> reprises = objets(passages, EtatEntree.EN_ATTENTE);
    // who leaves during a pause has its days too: she may be back before the month ends
    reprise.executer(echeances, Nature.ORIENTATION, Stream.concat(sorties.stream(), reprises.stream()).toList(), constat.recuLe());
    echeances.rendreCaduque(Nature.ORIENTATION, sorties, constat.recuLe());
    echeances.rouvrir(Nature.ORIENTATION, reprises, constat.recuLe());
  }

  private void passerSuivis(Constat constat, List<Passage> passages) {
    if (passages.isEmpty()) {
      return;
    }
    changer("orientation.suivi", constat, passages);
    base.sql("""
        update orientation.suivi s set fin_le = case when p.vers = 'CLOS' then :le end, motif_fin = case when p.vers = 'CLOS' then p.motif end
        from unnest(:objets::bigint[], :vers::text[], :motifs::text[]) p(id, vers, motif) where s.id = p.id and (p.vers = 'CLOS' or s.fin_le is not null)""")
        .param("le", constat.reference()).param("objets", ids(passages)).param("vers", passages.stream().map(Passage::vers).toArray(String[]::new))
        .param("motifs", passages.stream().map(Passage::motif).toArray(String[]::new)).update();
    consigner("SUIVI", constat, passages);
    reexamen.mettreAJour(passages.stream().map(Passage::personneId).toList());
    List<Long> closes = passages.stream().filter(p -> p.vers().equals(EtatSuivi.CLOS.name())).map(Passage::personneId).toList();
    List<Long> revenues = passages.stream().filter(p -> p.de().equals(EtatSuivi.CLOS.name())).map(Passage::personneId).toList();
    demandes.retirer(closes, constat.reference(), constat.connuLe(), "fichier:" + constat.importId());
    demandes.reprendre(revenues, constat.reference(), constat.connuLe(), "fichier:" + constat.importId());
    if (!closes.isEmpty() || !revenues.isEmpty()) {
      base.sql("select orientation.recalculer_organisations(:personnes::bigint[])")
          .param("personnes", Stream.concat(closes.stream(), revenues.stream()).mapToLong(Long::longValue).toArray()).query((l, _) -> 0).list();
    }
    publier(FaitDOrientation.Genre.SUIVI_CLOS, passages.stream().filter(p -> p.vers().equals(EtatSuivi.CLOS.name()))
        .map(p -> new FaitDOrientation.Objet(p.personneId(), p.objetId(), constat.reference())).toList());
  }

  private int creerEntrees(Constat constat, List<Nouvelle> nouvelles) {
    if (nouvelles.isEmpty()) {
      return 0;
    }
    record Creee(long id, long personneId, String etat) {}
    // the perimeter too: a file brings sixty thousand of them, and the trigger that writes it would be called for each
    List<Creee> creees = base.sql("""
        insert into orientation.entree as e (personne_id, foyer_id, mois, reference, recu_le, motif, etat, etat_depuis, import_id, territoire_id,
          organisation_ids)
        select n.personne, n.foyer, :mois, :reference, :recu_le, n.motif, n.etat, :reference, :import, p.territoire_id, p.organisation_ids
        from unnest(:personnes::bigint[], :foyers::bigint[], :motifs::text[], :etats::text[]) with ordinality n(personne, foyer, motif, etat, rang)
        join allocataires.personne p on p.id = n.personne order by n.rang
        on conflict (personne_id, mois) do update set foyer_id = excluded.foyer_id, reference = excluded.reference, recu_le = excluded.recu_le,
          motif = excluded.motif, etat = excluded.etat, etat_depuis = excluded.etat_depuis, import_id = excluded.import_id
          where e.etat in ('ORIENTEE', 'SORTIE') and excluded.etat = 'EN_ATTENTE'
        returning id, personne_id, etat""")
        .param("mois", constat.reference().withDayOfMonth(1)).param("reference", constat.reference()).param("recu_le", constat.recuLe())
        .param("import", constat.importId()).param("personnes", nouvelles.stream().mapToLong(Nouvelle::personneId).toArray())
        .param("foyers", nouvelles.stream().mapToLong(Nouvelle::foyerId).toArray())
        .param("motifs", nouvelles.stream().map(n -> n.motif().name()).toArray(String[]::new))
        .param("etats", nouvelles.stream().map(n -> n.etat().name()).toArray(String[]::new)).query(Creee.class).list();
    ouvrirLesDelais(constat, creees.stream().map(c -> new long[] {c.personneId(), c.id()}).toList());
    echeances.suspendre(Nature.ORIENTATION, creees.stream().filter(c -> c.etat().equals("SUSPENDUE")).map(Creee::id).toList(), constat.recuLe());
    echeances.rendreCaduque(Nature.ORIENTATION, creees.stream().filter(c -> c.etat().equals("SORTIE")).map(Creee::id).toList(), constat.recuLe());
    Map<Long, String> motifs = nouvelles.stream().collect(Collectors.toMap(Nouvelle::personneId, n -> n.motif().libelle()));
    consigner("ENTREE", constat, creees.stream().map(c -> new Passage(c.id(), c.personneId(), null, c.etat(), motifs.get(c.personneId()))).toList());
    publier(FaitDOrientation.Genre.NOUVEL_ENTRANT, creees.stream().filter(c -> !c.etat().equals(EtatEntree.SORTIE.name()))
        .map(c -> new FaitDOrientation.Objet(c.personneId(), c.id(), constat.recuLe())).toList());
    return creees.size();
  }

  private void publier(FaitDOrientation.Genre genre, List<FaitDOrientation.Objet> objets) {
    if (!objets.isEmpty()) {
      evenements.publishEvent(new FaitDOrientation(genre, objets, true));
    }
  }

  private void ouvrirLesDelais(Constat constat, List<long[]> personnesEtEntrees) {
    LocalDate recuLe = constat.recuLe();
    Valeur legal = parametres.valeur("orientation.delai_legal", recuLe);
    LocalDate limite = DelaiDOrientation.limiteLegale(recuLe, legal.duree());
    List<DelaiVise> vises = delais.au(recuLe);
    // the delay that the orientation ends, else one that the référent named with it ends
    Optional<DelaiVise> cible = vises.stream().filter(DelaiVise::parLOrientation).min(Comparator.comparing(DelaiVise::fin));
    echeances.ouvrir(Nature.ORIENTATION, personnesEtEntrees.stream()
        .map(pe -> new Echeances.Ouverture(pe[0], pe[1], recuLe, limite, legal.reference(),
        cible.map(c -> c.limite(recuLe, constat.reference())).orElse(null), cible.map(DelaiVise::reference).orElse(null), cible.map(DelaiVise::cle)
            .orElse(null))).toList());
    DelaisDuDepartement.aPart(vises).forEach(d ->
        echeances.ouvrir(d.fin().name(), personnesEtEntrees.stream().map(pe -> new Echeances.Ouverture(pe[0], pe[1],
        d.depart().jour(recuLe, constat.reference()), null, null, d.limite(recuLe, constat.reference()), d.reference(), d.cle())).toList()));
  }

  /** Not through Passages, which is the agents' door: here the file says each state to take, of thousands at once, and who is the file. */
  private void changer(String table, Constat constat, List<Passage> passages) {
    base.sql("""
        update %s o set etat = p.vers, etat_depuis = :le from unnest(:objets::bigint[], :de::text[], :vers::text[]) p(id, de, vers)
        where o.id = p.id and o.etat = p.de""".formatted(table))
        .param("le", constat.reference()).param("objets", ids(passages)).param("de", passages.stream().map(Passage::de).toArray(String[]::new))
        .param("vers", passages.stream().map(Passage::vers).toArray(String[]::new)).update();
  }

  private void consigner(String objet, Constat constat, List<Passage> passages) {
    base.sql("""
        insert into orientation.passage (objet, objet_id, personne_id, de, vers, le, fait_le, par, motif, territoire_id, organisation_ids)
        select :objet, p.id, p.personne, p.de, p.vers, :le, :fait_le, :par, p.motif, q.territoire_id, q.organisation_ids
        from unnest(:objets::bigint[], :personnes::bigint[], :de::text[], :vers::text[], :motifs::text[]) p(id, personne, de, vers, motif)
        join allocataires.personne q on q.id = p.personne""")
        .param("objet", objet).param("le", constat.reference()).param("fait_le", constat.connuLe()).param("par", "fichier:" + constat.importId())
        .param("objets", ids(passages)).param("personnes", passages.stream().mapToLong(Passage::personneId).toArray())
        .param("de", passages.stream().map(Passage::de).toArray(String[]::new))
        .param("vers", passages.stream().map(Passage::vers).toArray(String[]::new))
        .param("motifs", passages.stream().map(Passage::motif).toArray(String[]::new)).update();
  }

  private static long[] ids(List<Passage> passages) {
    return passages.stream().mapToLong(Passage::objetId).toArray();
  }

  private static List<Long> objets(List<Passage> passages, EtatEntree vers) {
    return passages.stream().filter(p -> p.vers().equals(vers.name())).map(Passage::objetId).toList();
  }
}
