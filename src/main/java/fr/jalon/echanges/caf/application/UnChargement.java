package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.bornes.OctetsComptes;
import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.echanges.caf.application.LectureEnAvance.Paquet;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LecteurDeFlux;
import fr.jalon.echanges.caf.flux.Morceau;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.echanges.caf.flux.Ouverture;
import fr.jalon.echanges.caf.vraisemblance.Mesures;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import fr.jalon.echanges.caf.vraisemblance.Releve;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** One load, from the first byte to the commit. */
final class UnChargement {
  private final MoyensDeChargement moyens;
  private final Demande demande;
  private final String sha256;
  private final long id;
  private final LocalDate recuLe;
  private final String agent;
  private final Avancement avancement;
  private final long debut;
  private EnTete tete;
  private Integer annonces;
  private int lus;
  private final Destinataire destinataire;
  /** Name of the block of its first dossier: all the others must have the same. */
  private String famille;
  private boolean ecart;
  private Chargement chargement;
  private Releve releve;
  private List<Raison> raisons = List.of();
  /** True when the same content was held, and this load stands for it. */
  private boolean retenusRemplaces;
  private final Garde garde;

  UnChargement(MoyensDeChargement moyens, Demande demande, String sha256, long id, LocalDate recuLe, String agent, Avancement avancement,
      Garde garde, long debut) {
    this.moyens = moyens;
    this.destinataire = new Destinataire(moyens.structures);
    this.demande = demande;
    this.sha256 = sha256;
    this.id = id;
    this.recuLe = recuLe;
    this.agent = agent;
    this.avancement = avancement;
    this.garde = garde;
    this.debut = debut;
  }

  /** What the file says of itself, once read; null before. */
  EnTete tete() {
    return tete;
  }

  Integer annonces() {
    return annonces;
  }

  int lus() {
    return lus;
  }

  /** True when totals disagree and an agent accepts it. */
  boolean ecart() {
    return ecart;
  }

  boolean retenusRemplaces() {
    return retenusRemplaces;
  }

  Rapport lireEtEnregistrer() {
    Connection connexion = DataSourceUtils.getConnection(moyens.source);
    try (OctetsComptes octets = new OctetsComptes(Files.newInputStream(demande.fichier())); 
        InputStream contenu = Ouverture.ouvrir(octets, moyens.bornes)) {
      garde.tenir(connexion);
      regler(connexion);
      garde.commencer();
      try (LecteurDeFlux lecteur = new LecteurDeFlux(contenu, moyens.bornes); LectureEnAvance avance = new LectureEnAvance(lecteur);
          Conservation conservation = new Conservation(demande.fichier(), sha256, moyens.chiffrement)) {
        Rapport rapport = lire(connexion, avance, conservation, octets);
        // from here nobody is told any more that it stops; whoever was told so is obeyed
        garde.finir();
        garde.verifier();
        return rapport;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("Le chargement a échoué en base", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Chargement interrompu", e);
    } finally {
      // before the transaction ends: what is still on its way must not be written outside it
      if (chargement != null) {
        chargement.close();
      }
      garde.finir();
    }
  }

  /** One load at a time; who comes second waits, then sees what the first did. */
  private void regler(Connection connexion) throws SQLException {
    try (Statement s = connexion.createStatement()) {
      s.execute("set local work_mem = '64MB'; set local jit = off");
    }
    VerrouDesChargements.attendre(connexion);
    if (moyens.registre.dejaCharge(sha256).isPresent()) {
      throw new ChargerFichier.DejaChargeEntreTemps();
    }
    moyens.registre.constaterLesInterrompus(id);
    moyens.structures.tenirLaCarte(connexion);
  }

  private Rapport lire(Connection connexion, LectureEnAvance avance, Conservation conservation, OctetsComptes octets)
      throws SQLException, InterruptedException {
    Morceau.Tete enTete = null;
    ChargementEnCours enCours = null;
    Bloc pied = null;
    while (true) {
      garde.verifier();
      Paquet paquet = avance.prendre(garde);
      if (paquet instanceof Paquet.Lot(List<Dossier> dossiers)) {
        if (enTete == null) {
          throw FluxRefuse.sansEnTete(dossiers.getFirst().ligne());
        }
        if (chargement == null) {
          famille = dossiers.getFirst().racine().nom();
          tete = LectureDeLEnTete.lire(enTete, famille, recuLe);
          destinataire.verifier(enTete.contenu().racine().un("IDEPARTE"));
          releve = new Releve(destinataire.code(), AdresseSituee.par(moyens.structures));
          enCours = commencer(connexion, dossiers.getFirst());
          chargement = commencer(enCours);
        }
        for (Dossier d : dossiers) {
          verifierDossier(d);
          releve.lire(d);
        }
        chargement.lot(dossiers);
        lus += dossiers.size();
        conservation.ecrire(connexion, false);
        avancement.avancer(lus, octets.lus(), octets.lus() == 0 ? 1 : ChargerFichier.taille(demande.fichier()));
      } else if (paquet instanceof Paquet.Divers(Morceau.Tete t)) {
        if (enTete != null) {
          throw FluxRefuse.deuxEnTetes(t.contenu().ligne());
        }
        enTete = t;
      } else if (paquet instanceof Paquet.Divers(Morceau.Totaux(Dossier totaux)) && chargement != null) {
        verifierMontants(totaux);
      } else if (paquet instanceof Paquet.Divers(Morceau.Pied(Dossier p))) {
        pied = p.racine();
        annonces = LectureDeLEnTete.annonces(p);
      } else if (paquet instanceof Paquet.Divers(Morceau.Fin(int ligne))) {
        if (enTete == null) {
          throw FluxRefuse.sansEnTete(ligne);
        }
        verifierTotal(pied, ligne);
        if (chargement == null) {
          tete = LectureDeLEnTete.lire(enTete, null, recuLe);
          destinataire.verifier(enTete.contenu().racine().un("IDEPARTE"));
          releve = new Releve(destinataire.code(), AdresseSituee.par(moyens.structures));
          enCours = new ChargementEnCours(connexion, id, tete, recuLe, maintenant(), false, moyens.chiffrement, moyens.bornes);
          chargement = commencer(enCours);
        }
        return terminer(connexion, enCours, conservation);
      }
    }
  }

  private ChargementEnCours commencer(Connection connexion, Dossier premier) throws SQLException {
    boolean initial = false;
    String organisme = null;
    try {
      CleFoyer cle = LectureIdentification.cle(premier, moyens.chiffrement);
      initial = moyens.registre.premierFichier(cle);
      organisme = cle.fonctionOrganisme() + " " + cle.numeroOrganisme();
    } catch (DossierRejete e) {
      // the first dossier will be rejected alone; its payer is unknown
    }
    moyens.registre.decrire(id, tete, organisme);
    return new ChargementEnCours(connexion, id, tete, recuLe, maintenant(), initial, moyens.chiffrement, moyens.bornes);
  }

  private OffsetDateTime maintenant() {
    return OffsetDateTime.now(moyens.horloge).truncatedTo(ChronoUnit.MICROS);
  }

  private Chargement commencer(ChargementEnCours c) throws SQLException {
    if (!tete.beneficiaires()) {
      return new ChargementFinancier(c, moyens.libelles, moyens.registre);
    }
    Constat constat = new Constat(id, tete.reference(), tete.complet(), recuLe, c.connuLe, c.initial);
    return new ChargementDeBeneficiaires(c, constat,
        moyens.enregistrement.ouvrir(c.connexion, constat, new SuitesDesFichiers(c.connexion, tete.reference(), tete.creation()),
        moyens.structures::territoireDeLaCommune), moyens.libelles, moyens.nouveauxEntrants, AdresseSituee.par(moyens.structures));
  }

  private void verifierDossier(Dossier dossier) {
    if (!dossier.racine().nom().equals(famille)) {
      throw new FluxRefuse("Le fichier mélange deux formats (" + famille + " et " + dossier.racine().nom() + "). Demandez deux fichiers distincts.",
          dossier.ligne(), dossier.racine().nom());
    }
    destinataire.verifier(LectureIdentification.departement(dossier));
  }

  private void verifierMontants(Dossier totaux) {
    try {
      chargement.totaux(totaux);
    } catch (FluxRefuse refus) {
      if (!refus.ecartSeul() || demande.ecartRaison() == null) {
        throw refus;
      }
      ecart = true;
    }
  }

  private void verifierTotal(Bloc pied, int ligne) {
    if (pied == null) {
      throw FluxRefuse.incomplet(ligne);
    }
    ecart |= annonces != lus;
    if (annonces != lus && demande.ecartRaison() == null) {
      throw FluxRefuse.total(annonces, lus, pied.un("NBTOTDOSRSATRANSM").ligne());
    }
  }

  private Rapport terminer(Connection connexion, ChargementEnCours enCours, Conservation conservation) throws SQLException, InterruptedException {
    Registre.garderOrganismes(connexion, id, enCours.organismes());
    enCours.depassements.noter();
    chargement.terminer();
    Mesures mesures = verifierLaVraisemblance(enCours);
    conservation.ecrire(connexion, true);
    garde.verifier();
    moyens.registre.decrire(id, tete, null);
    var b = chargement.bilan();
    Rapport rapport = new Rapport(demande.nom(), sha256, tete.format(), tete.nature(), tete.reference(), "CHARGE", null, null, annonces, lus,
        new Rapport.Foyers(b.foyersCrees(), b.foyersModifies(), b.foyersInchanges()),
        new Rapport.Personnes(b.personnesCreees(), b.personnesModifiees(), b.personnesInchangees()),
        List.copyOf(enCours.rejets()), chargement.nouveauxEntrants(), ChargerFichier.depuis(debut), raisons, id, Map.copyOf(b.mouvements()), false);
    moyens.registre.charger(id, rapport, b.mouvements(), totaux(), ecart ? demande.ecartRaison() : null, agent);
    retenusRemplaces = moyens.retenus.mesurer(id, sha256, mesures, raisons);
    return rapport;
  }

  /** Last of all: what the file would change is known, and nothing of it is kept yet. */
  private Mesures verifierLaVraisemblance(ChargementEnCours enCours) {
    var b = chargement.bilan();
    Mesures mesures = releve.mesures(recuLe, enCours.rejets().size(), enCours.nirsLaisses(), b.foyersCrees(), b.foyersModifies(),
        b.mouvements().getOrDefault("ABSENT", 0), chargement.somme());
    List<Raison> surprises = moyens.vraisemblance.raisons(enCours, mesures);
    raisons = ecart ? Raison.avecLesTotaux(annonces, lus, surprises) : surprises;
    if (!demande.accepte(surprises)) {
      throw new FichierRetenu(raisons, enCours.payeur().map(p -> p.fonctionOrganisme() + " " + p.numeroOrganisme()).orElse(null));
    }
    ecart |= !raisons.isEmpty();
    return mesures;
  }

  private Map<String, Object> totaux() {
    Map<String, Object> totaux = new LinkedHashMap<>(chargement.montants());
    totaux.put("doublonsPossibles", chargement.bilan().doublonsPossibles());
    return totaux;
  }

  Rapport refuse(FluxRefuse refus) {
    return sansEffet("REFUSE", refus.getMessage(), refus.ligne() == 0 ? null : refus.ligne(), List.of(), refus.ecartSeul());
  }

  /** The report of a file of which nothing was kept. */
  Rapport sansEffet(String statut, String motif, Integer ligne, List<Raison> pourquoi, boolean ecartSeul) {
    return new Rapport(demande.nom(), sha256, tete == null ? null : tete.format(), tete == null ? null : tete.nature(),
        tete == null ? null : tete.reference(), statut, motif, ligne, annonces, lus,
        new Rapport.Foyers(0, 0, 0), new Rapport.Personnes(0, 0, 0), List.of(), 0, ChargerFichier.depuis(debut), pourquoi, id, Map.of(), ecartSeul);
  }
}
