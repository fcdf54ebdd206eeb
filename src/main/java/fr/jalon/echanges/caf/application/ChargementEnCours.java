package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a load in progress carries from batch to batch: the payers met, the rejects, the counts. */
final class ChargementEnCours {
  final Connection connexion;
  final long importId;
  final EnTete tete;
  final LocalDate recuLe;
  final OffsetDateTime connuLe;
  final boolean initial;
  final Depassements depassements;
  private final Chiffrement chiffrement;
  private final Bornes bornes;
  private final Map<CleFoyer, Integer> organismes = new LinkedHashMap<>();
  private final List<Rapport.Rejet> rejets = new ArrayList<>();
  private int nirsLaisses;
  private int valeursLaissees;
  private final List<CleFoyer> clesRejetees = new ArrayList<>();
  private final List<String> demandesSansCle = new ArrayList<>();
  private final List<String> matriculesSansCle = new ArrayList<>();

  ChargementEnCours(Connection connexion, long importId, EnTete tete, LocalDate recuLe, OffsetDateTime connuLe, boolean initial,
      Chiffrement chiffrement, Bornes bornes)
      throws SQLException {
    this.connexion = connexion;
    this.importId = importId;
    this.tete = tete;
    this.recuLe = recuLe;
    this.connuLe = connuLe;
    this.initial = initial;
    this.chiffrement = chiffrement;
    this.bornes = bornes;
    this.depassements = new Depassements(connexion, importId, tete);
  }

  void noterOrganisme(CleFoyer cle) {
    organismes.merge(new CleFoyer(cle.fonctionOrganisme(), cle.numeroOrganisme(), "", "", null), 1, Integer::sum);
    if (organismes.size() > bornes.organismes()) {
      throw new FluxRefuse("Le fichier parle de plus de " + bornes.organismes()
          + " caisses : ce n'est pas un fichier de la CAF ni de la MSA. Rien n'a été chargé. "
          + "Demandez de nouveau le fichier.", 0, "NUMORG");
    }
  }

  Map<CleFoyer, Integer> organismes() {
    return organismes;
  }

  /** The payers of which this file is kept: of the others a later send is loaded. */
  List<CleFoyer> organismesRetenus() {
    return organismes.keySet().stream().filter(o -> !depassements.depasse(o)).toList();
  }

  /** The payer of most dossiers. */
  Optional<CleFoyer> payeur() {
    return organismes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  List<Rapport.Rejet> rejets() {
    return rejets;
  }

  List<CleFoyer> clesRejetees() {
    return clesRejetees;
  }

  /** Claim numbers of the dossiers that could not be identified. */
  List<String> demandesSansCle() {
    return demandesSansCle;
  }

  /** File numbers at the payer of the dossiers that could not be identified and say no claim number. */
  List<String> matriculesSansCle() {
    return matriculesSansCle;
  }

  /** Keeps a dossier that could not be recorded, encrypted, so that it can be corrected and replayed. */
  void rejeter(Dossier dossier, CleFoyer cle, DossierRejete cause) throws SQLException {
    int ligne = cause.ligne() == 0 ? dossier.ligne() : cause.ligne();
    String balise = cause.balise();
    String demande = cle != null ? cle.numeroDemande() : dossier.racine().texte("NUMDEMRSA");
    String matricule = cle != null ? cle.matricule() : LectureIdentification.matricule(dossier, chiffrement);
    rejets.add(new Rapport.Rejet(ligne, demande, balise, cause.valeur(), cause.getMessage()));
    if (rejets.size() > bornes.rejets()) {
      throw new FluxRefuse("Plus de " + bornes.rejets() + " dossiers ne se lisent pas, le premier à la ligne " + rejets.getFirst()
          .ligne() + " : " + rejets.getFirst().raison()
          + " Rien n'a été chargé. Demandez de nouveau le fichier à la CAF ou à la MSA.", rejets.getFirst().ligne(), rejets.getFirst().balise());
    }
    if (cle != null) {
      clesRejetees.add(cle);
    } else if (demande != null) {
      demandesSansCle.add(demande);
    } else if (matricule != null) {
      matriculesSansCle.add(matricule);
    }
    try (PreparedStatement ordre = connexion.prepareStatement("""
        insert into echanges.rejet (import_id, ligne, numero_demande, matricule, organisme, balise, valeur, raison, dossier_chiffre)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      ordre.setLong(1, importId);
      ordre.setInt(2, ligne);
      ordre.setString(3, demande);
      ordre.setString(4, matricule);
      ordre.setString(5, cle == null ? null : cle.fonctionOrganisme() + " " + cle.numeroOrganisme());
      ordre.setString(6, balise);
      ordre.setString(7, cause.valeur());
      ordre.setString(8, cause.getMessage());
      ordre.setBytes(9, chiffrement.chiffrer(dossier.enXml(cause.bloc()).getBytes(StandardCharsets.UTF_8)));
      ordre.executeUpdate();
    }
  }

  /** The claim of a dossier. */
  CleFoyer cle(Dossier dossier) {
    return LectureIdentification.cle(dossier, chiffrement);
  }

  /** Keeps what was left aside in dossiers that are recorded. */
  void signaler(List<Bilan.Anomalie> laissees) throws SQLException {
    int nirs = (int) laissees.stream().filter(a -> "NIR".equals(a.balise())).count();
    nirsLaisses += nirs;
    valeursLaissees += laissees.size() - nirs;
    if (nirsLaisses + valeursLaissees > bornes.rejets()) {
      throw new FluxRefuse("Plus de " + bornes.rejets()
          + (valeursLaissees == 0 ? " numéros de sécurité sociale sont mal formés" : " éléments ne se lisent pas") + ", le premier à la ligne "
          + laissees.getFirst().ligne() + ". Rien n'a été chargé. Demandez de nouveau le fichier à la CAF ou à la MSA.", laissees.getFirst().ligne(),
          laissees.getFirst().balise());
    }
    Anomalies.ecrire(connexion, importId, laissees);
  }

  /** Numbers of persons left aside so far, in dossiers that are recorded. */
  int nirsLaisses() {
    return nirsLaisses;
  }

  /** Other values left aside so far, and persons, in dossiers that are recorded. */
  int valeursLaissees() {
    return valeursLaissees;
  }
}
