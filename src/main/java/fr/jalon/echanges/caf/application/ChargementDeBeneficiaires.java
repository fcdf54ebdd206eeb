package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.enregistrement.SessionDEnregistrement;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.LectureBeneficiaire;
import fr.jalon.orientation.NouveauxEntrants;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Loads the dossiers of a file of beneficiaries: looks only at those that changed. */
final class ChargementDeBeneficiaires implements Chargement {
  /** Tags whose list in our table is open: payers of the MSA, countries, software. */
  private static final Set<String> LISTES_OUVERTES = Set.of("NUMORG", "NUMORGCEDMUT", "NUMORGPRENMUT", "PAYS", "APPLIEME", "RGADR", "TYPEPARTE");
  private final ChargementEnCours enCours;
  private final SessionDEnregistrement session;
  private final LectureBeneficiaire lecture;
  private final NouveauxEntrants nouveauxEntrants;
  private final Constat constat;
  private int entrants;

  ChargementDeBeneficiaires(ChargementEnCours enCours, Constat constat, SessionDEnregistrement session, Libelles libelles,
      NouveauxEntrants nouveauxEntrants,
      UnaryOperator<AdresseConstatee> situer)
      throws SQLException {
    this.enCours = enCours;
    this.constat = constat;
    this.session = session;
    session.enAvance();
    this.nouveauxEntrants = nouveauxEntrants;
    this.lecture = new LectureBeneficiaire((balise, code) -> codeConnu(libelles, balise, code), constat.reference(), situer);
  }

  static boolean codeConnu(Libelles libelles, String balise, String code) {
    return LISTES_OUVERTES.contains(balise) || balise.startsWith("TOP") || libelles.connu(balise, code);
  }

  @Override
  public void lot(List<Dossier> dossiers) throws SQLException {
    List<Dossier> lus = new ArrayList<>(dossiers.size());
    List<CleFoyer> cles = new ArrayList<>(dossiers.size());
    for (Dossier dossier : dossiers) {
      try {
        CleFoyer cle = enCours.cle(dossier);
        enCours.noterOrganisme(cle);
        if (enCours.depassements.depasse(cle)) {
          session.bilan().foyer(false, false);
          session.bilan().personnesInchangees(dossier.compter("Personne"));
          session.bilan().mouvement("DOSSIERS_DEPASSES");
          continue;
        }
        lus.add(dossier);
        cles.add(cle);
      } catch (DossierRejete cause) {
        enCours.rejeter(dossier, null, cause);
      }
    }
    BitSet aRegarder = session.aRegarder(cles, lus.parallelStream().map(Dossier::empreinte).toList(), lus.stream()
        .map(d -> d.compter("Personne")).toList());
    List<FoyerConstate> foyers = new ArrayList<>();
    Map<FoyerConstate, Dossier> origines = new IdentityHashMap<>();
    // reading a dossier depends on nothing but itself: as many at once as there are processors
    List<Lu> resultats = aRegarder.stream().parallel().mapToObj(i -> lire(lus.get(i), cles.get(i))).toList();
    for (Lu lu : resultats) {
      if (lu.rejet() == null) {
        foyers.add(lu.foyer());
        origines.put(lu.foyer(), lu.dossier());
      } else {
        enCours.rejeter(lu.dossier(), lu.cle(), lu.rejet());
      }
    }
    session.enregistrer(foyers);
    for (Bilan.Rejet r : session.bilan().prendreRejets()) {
      enCours.rejeter(origines.get(r.foyer()), r.foyer().cle(), new DossierRejete(r.ligne(), r.balise(), r.valeur(), r.raison()));
    }
    enCours.signaler(session.bilan().prendreAnomalies());
  }

  /** A dossier and what it states, or why it is rejected. */
  private record Lu(Dossier dossier, CleFoyer cle, FoyerConstate foyer, DossierRejete rejet) {}

  private Lu lire(Dossier dossier, CleFoyer cle) {
    try {
      return new Lu(dossier, cle, lecture.lire(dossier, cle), null);
    } catch (DossierRejete cause) {
      return new Lu(dossier, cle, null, cause);
    }
  }

  @Override
  public void terminer() throws SQLException {
    session.rejetesSansCle(enCours.demandesSansCle(), enCours.matriculesSansCle());
    session.terminer(enCours.organismesRetenus(), enCours.clesRejetees());
    if (enCours.nirsLaisses() > 0) {
      session.bilan().mouvements("NIR_LAISSES", enCours.nirsLaisses());
    }
    if (enCours.valeursLaissees() > 0) {
      session.bilan().mouvements("VALEURS_LAISSEES", enCours.valeursLaissees());
    }
    guerirLesRejets();
    compterSansTerritoire();
    Presences.ajouter(enCours.connexion, constat.importId(), constat.complet(), constat.reference(), session.tenus());
    session.mouvements(mouvements -> entrants += nouveauxEntrants.examiner(constat, mouvements));
  }

  /** A dossier rejected before and accepted now needs nobody any more. */
  private void guerirLesRejets() throws SQLException {
    executer("""
        with moi as (select ?::bigint id, ?::date reference)
        update echanges.rejet r set statut = 'GUERI', statut_import_id = moi.id, statut_le = now()
        from moi, allocataires.foyer f, echanges.import i
        where r.statut = 'OUVERT' and f.numero_demande = r.numero_demande and f.matricule = r.matricule
          and f.id in (select id from pg_temp.foyer_vu where tenu) and i.id = r.import_id and i.date_reference <= moi.reference
          and (i.format like 'VRSB%' or i.format like 'VRSD%')
          and not exists (select 1 from echanges.rejet n where n.import_id = moi.id and n.numero_demande = r.numero_demande and n.matricule = r.matricule)""");
  }

  /** Who has an open right and no territory is in nobody's list but that of the whole Département: the report says how many. */
  private void compterSansTerritoire() throws SQLException {
    try (Statement s = enCours.connexion.createStatement(); ResultSet l = s.executeQuery("""
        select count(*) from pg_temp.foyer_vu v join allocataires.foyer f on f.id = v.id and f.territoire_id is null
        join allocataires.situation s on s.foyer_id = f.id and s.adulte and s.present and allocataires.est_vivant(s.etat)
        cross join structures.departement d
        where v.tenu and (s.commune is null or s.commune like d.code || '%')""")) {
      l.next();
      if (l.getInt(1) > 0) {
        session.bilan().mouvements("SANS_TERRITOIRE", l.getInt(1));
      }
    }
  }

  private void executer(String ordre) throws SQLException {
    try (PreparedStatement s = enCours.connexion.prepareStatement(ordre)) {
      s.setLong(1, constat.importId());
      s.setObject(2, constat.reference());
      s.executeUpdate();
    }
  }

  @Override
  public int nouveauxEntrants() {
    return entrants;
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public Bilan bilan() {
    return session.bilan();
  }
}
