package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.EnregistrementDeFoyers;
import fr.jalon.allocataires.Libelles;
import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.echanges.VerrouDesChargements;
import fr.jalon.echanges.caf.application.LectureEnAvance.Paquet;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.flux.DossierRejete;
import fr.jalon.echanges.caf.flux.EnTete;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LecteurDeFlux;
import fr.jalon.echanges.caf.flux.LecteurDeFlux.Morceau;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.echanges.caf.flux.Ouverture;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.NouveauxEntrants;
import fr.jalon.socle.Chiffrement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads a file of CAF or MSA, whole or not at all, in one transaction. The same file twice changes nothing. A dossier that breaks a
 * rule is rejected alone. One load at a time: the next waits.
 */
@Service
public class ChargerFichier {
  private final Registre registre;
  private final EnregistrementDeFoyers enregistrement;
  private final NouveauxEntrants nouveauxEntrants;
  private final Structures structures;
  private final Libelles libelles;
  private final Chiffrement chiffrement;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Clock horloge;
  private final TransactionTemplate transaction;
  private final DataSource source;
  private final RejouerLesFinanciers rejeu;

  ChargerFichier(Registre registre, EnregistrementDeFoyers enregistrement, NouveauxEntrants nouveauxEntrants, Structures structures, Libelles libelles,
      Chiffrement chiffrement, Journal journal, AgentCourant agentCourant, Clock horloge, @Qualifier("chargement") TransactionTemplate transaction,
      @Qualifier("chargement") DataSource source, RejouerLesFinanciers rejeu) {
    this.registre = registre;
    this.enregistrement = enregistrement;
    this.nouveauxEntrants = nouveauxEntrants;
    this.structures = structures;
    this.libelles = libelles;
    this.chiffrement = chiffrement;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
    this.transaction = transaction;
    this.source = source;
    this.rejeu = rejeu;
  }

  /**
   * What to load.
   *
   * @param nom         name shown, without folder
   * @param recuLe      day of reception, or null for today: the start of the delays of orientation
   * @param ecartRaison reason for which the agent accepts totals that disagree, or null
   * @param importId    row already written in the register when the file was dropped, or null
   */
  public record Demande(Path fichier, String nom, LocalDate recuLe, String ecartRaison, Long importId) {
    /** A file that is not in the register yet. */
    public Demande(Path fichier, String nom, LocalDate recuLe, String ecartRaison) {
      this(fichier, nom, recuLe, ecartRaison, null);
    }

    /** A file received today. */
    public static Demande de(Path fichier) {
      return new Demande(fichier, fichier.getFileName().toString(), null, null);
    }
  }

  /**
   * Loads a file.
   *
   * @return the report; a refused file is a report too, not an exception
   * @throws UncheckedIOException when the file cannot be read
   */
  public Rapport charger(Demande demande, Avancement avancement) {
    long debut = System.nanoTime();
    String sha256 = EmpreinteDeFichier.sha256(demande.fichier());
    Optional<Registre.DejaCharge> deja = registre.dejaCharge(sha256);
    if (deja.isPresent()) {
      registre.dejaChargeAilleurs(demande.importId());
      return dejaCharge(demande, sha256, deja.get(), debut);
    }
    String agent = agentCourant.perimetre().agent();
    LocalDate recuLe = demande.recuLe() == null ? LocalDate.now(horloge) : demande.recuLe();
    long id = demande.importId() == null ? registre.commencer(demande.nom(), sha256, taille(demande.fichier()), recuLe, agent)
        : registre.demarrer(demande.importId());
    Lecture lecture = new Lecture(demande, sha256, id, recuLe, agent, avancement, debut);
    try {
      Rapport rapport = transaction.execute(statut -> lecture.lireEtEnregistrer());
      journal.tracer("IMPORT", null, null, "Fichier " + demande.nom() + " chargé (import " + id + ")"
          + (lecture.ecart ? ", écart accepté : " + demande.ecartRaison() : ""));
      if (lecture.tete.beneficiaires()) {
        rejeu.apresDesBeneficiaires();
      }
      return rapport;
    } catch (DejaChargeEntreTemps e) {
      registre.dejaChargeAilleurs(id);
      return dejaCharge(demande, sha256, registre.dejaCharge(sha256).orElseThrow(), debut);
    } catch (FluxRefuse refus) {
      registre.refuser(id, lecture.tete, refus, lecture.annonces, lecture.lus, depuis(debut));
      journal.tracer("IMPORT_REFUSE", null, null, "Fichier " + demande.nom() + " refusé (import " + id + ")");
      return lecture.refuse(refus);
    } catch (RuntimeException e) {
      registre.interrompre(id, "Le chargement a échoué sans que le fichier soit en cause. Rien n'a été gardé : relancez-le, et prévenez l'administrateur si cela recommence.");
      throw e;
    }
  }

  private Rapport dejaCharge(Demande demande, String sha256, Registre.DejaCharge d, long debut) {
    return new Rapport(demande.nom(), sha256, d.format(), d.nature(), d.reference(), "DEJA_CHARGE",
        "Ce fichier a déjà été chargé le " + java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH'h'mm").format(d.le().atZoneSameInstant(horloge.getZone())) + " : rien n'a changé.", null, d.annonces(), d.lus(),
        new Rapport.Foyers(0, 0, 0), new Rapport.Personnes(0, 0, 0), List.of(), 0, depuis(debut), d.id(), Map.of(), false);
  }

  private static long depuis(long debut) {
    return (System.nanoTime() - debut) / 1_000_000;
  }

  private static long taille(Path fichier) {
    try {
      return Files.size(fichier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class DejaChargeEntreTemps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** One load, from the first byte to the commit. */
  private final class Lecture {
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
    private String departement;
    /** True when totals disagree and an agent accepts it. */
    private boolean ecart;

    Lecture(Demande demande, String sha256, long id, LocalDate recuLe, String agent, Avancement avancement, long debut) {
      this.demande = demande;
      this.sha256 = sha256;
      this.id = id;
      this.recuLe = recuLe;
      this.agent = agent;
      this.avancement = avancement;
      this.debut = debut;
    }

    Rapport lireEtEnregistrer() {
      Connection connexion = DataSourceUtils.getConnection(source);
      try (FluxCompte octets = new FluxCompte(Files.newInputStream(demande.fichier())); InputStream contenu = Ouverture.ouvrir(octets)) {
        regler(connexion);
        try (LecteurDeFlux lecteur = new LecteurDeFlux(contenu); LectureEnAvance avance = new LectureEnAvance(lecteur);
            Conservation conservation = new Conservation(demande.fichier(), sha256, chiffrement)) {
          return lire(connexion, avance, conservation, octets);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("Le chargement a échoué en base", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Chargement interrompu", e);
      }
    }

    /** One load at a time; who comes second waits, then sees what the first did. */
    private void regler(Connection connexion) throws SQLException {
      try (Statement s = connexion.createStatement()) {
        s.execute("set local work_mem = '64MB'");
        s.execute("set local jit = off");
        s.execute("select pg_advisory_xact_lock(" + VerrouDesChargements.NUMERO + ")");
      }
      if (registre.dejaCharge(sha256).isPresent()) {
        throw new DejaChargeEntreTemps();
      }
      registre.constaterLesInterrompus(id);
    }

    private Rapport lire(Connection connexion, LectureEnAvance avance, Conservation conservation, FluxCompte octets) throws SQLException, InterruptedException {
      Morceau.Tete enTete = null;
      Chargement chargement = null;
      ChargementEnCours enCours = null;
      Bloc pied = null;
      while (true) {
        Paquet paquet = avance.prendre();
        if (paquet instanceof Paquet.Lot(List<Dossier> dossiers)) {
          if (enTete == null) {
            throw sansEnTete(dossiers.getFirst().ligne());
          }
          if (chargement == null) {
            tete = LectureDeLEnTete.lire(enTete, dossiers.getFirst().racine().nom(), recuLe);
            verifierDepartement(enTete.contenu().racine().un("IDEPARTE"));
            enCours = commencer(connexion, dossiers.getFirst());
            chargement = chargement(enCours);
          }
          for (Dossier d : dossiers) {
            verifierDossier(d, dossiers.getFirst().racine().nom());
          }
          chargement.lot(dossiers);
          lus += dossiers.size();
          conservation.ecrire(connexion, false);
          avancement.avancer(lus, octets.lus(), octets.lus() == 0 ? 1 : taille(demande.fichier()));
        } else if (paquet instanceof Paquet.Divers(Morceau.Tete t)) {
          enTete = t;
        } else if (paquet instanceof Paquet.Divers(Morceau.Totaux(Dossier totaux)) && chargement != null) {
          verifierMontants(chargement, totaux);
        } else if (paquet instanceof Paquet.Divers(Morceau.Pied(Dossier p))) {
          pied = p.racine();
          annonces = LectureDeLEnTete.annonces(p);
        } else if (paquet instanceof Paquet.Divers(Morceau.Fin(int ligne))) {
          if (enTete == null) {
            throw sansEnTete(ligne);
          }
          verifierTotal(pied, ligne);
          if (chargement == null) {
            tete = LectureDeLEnTete.lire(enTete, null, recuLe);
            verifierDepartement(enTete.contenu().racine().un("IDEPARTE"));
            enCours = new ChargementEnCours(connexion, id, tete, recuLe, maintenant(), false, chiffrement);
            chargement = chargement(enCours);
          }
          return terminer(connexion, chargement, enCours, conservation);
        }
      }
    }

    private FluxRefuse sansEnTete(int ligne) {
      return new FluxRefuse("Le fichier n'a pas d'en-tête (bloc IdentificationFlux) : ce n'est pas un fichier RSA de la CAF ou de la MSA. "
          + "Vérifiez le fichier déposé.", ligne, "IdentificationFlux");
    }

    private ChargementEnCours commencer(Connection connexion, Dossier premier) {
      boolean initial = false;
      String organisme = null;
      try {
        CleFoyer cle = LectureIdentification.cle(premier);
        initial = registre.premierFichier(cle);
        organisme = cle.fonctionOrganisme() + " " + cle.numeroOrganisme();
      } catch (DossierRejete e) {
        // the first dossier will be rejected alone; its payer is unknown
      }
      registre.decrire(id, tete, organisme);
      return new ChargementEnCours(connexion, id, tete, recuLe, maintenant(), initial, chiffrement);
    }

    private OffsetDateTime maintenant() {
      return OffsetDateTime.now(horloge).truncatedTo(ChronoUnit.MICROS);
    }

    private Chargement chargement(ChargementEnCours c) {
      if (!tete.beneficiaires()) {
        return new ChargementFinancier(c, libelles, registre.organisme(id).map(o -> registre.financiersDuMois(o, tete.reference(), id)).orElse(List.of()));
      }
      Constat constat = new Constat(id, tete.reference(), tete.complet(), recuLe, c.connuLe, c.initial);
      return new ChargementDeBeneficiaires(c, constat, enregistrement.ouvrir(c.connexion, constat, new SuitesDesFichiers(c.connexion, tete.reference()),
          structures::territoireDeLaCommune), libelles, nouveauxEntrants);
    }

    private void verifierDossier(Dossier dossier, String nomDuPremier) {
      if (!dossier.racine().nom().equals(nomDuPremier)) {
        throw new FluxRefuse("Le fichier mélange deux formats (" + nomDuPremier + " et " + dossier.racine().nom() + "). Demandez deux fichiers distincts.",
            dossier.ligne(), dossier.racine().nom());
      }
      verifierDepartement(LectureIdentification.departement(dossier));
    }

    private void verifierDepartement(Bloc destinataire) {
      if (destinataire == null || destinataire.texte() == null) {
        return;
      }
      if (departement == null) {
        departement = structures.departement().code();
      }
      if (!LectureIdentification.sansZeros(destinataire.texte()).equals(LectureIdentification.sansZeros(departement))) {
        throw new FluxRefuse("Ce fichier est destiné au Département " + destinataire.texte() + " (balise IDEPARTE, ligne " + destinataire.ligne()
            + "), et cette instance est celle du " + departement + ". Rien n'a été chargé. Déposez le fichier de votre Département.", destinataire.ligne(), "IDEPARTE");
      }
    }

    private void verifierMontants(Chargement chargement, Dossier totaux) {
      try {
        chargement.totaux(totaux, false);
      } catch (FluxRefuse refus) {
        if (!refus.ecartSeul() || demande.ecartRaison() == null) {
          throw refus;
        }
        ecart = true;
      }
    }

    private void verifierTotal(Bloc pied, int ligne) {
      if (pied == null) {
        throw new FluxRefuse("Le fichier est incomplet : il ne dit pas à la fin combien de dossiers ont été envoyés (bloc TransmissionFlux). "
            + "Rien n'a été chargé. Téléchargez-le de nouveau ou demandez-le à la CAF ou à la MSA.", ligne, "TransmissionFlux");
      }
      ecart |= annonces != lus;
      if (annonces != lus && demande.ecartRaison() == null) {
        throw new FluxRefuse("Le fichier annonce " + annonces + (annonces < 2 ? " dossier" : " dossiers") + " et en contient " + lus + " (balise NBTOTDOSRSATRANSM, ligne "
            + pied.un("NBTOTDOSRSATRANSM").ligne() + "). Rien n'a été chargé. Demandez un fichier juste, ou faites accepter l'écart avec une raison "
            + "(bouton « Accepter l'écart » ou option --accepter-ecart \"raison\").", pied.un("NBTOTDOSRSATRANSM").ligne(), "NBTOTDOSRSATRANSM", true);
      }
    }

    private Rapport terminer(Connection connexion, Chargement chargement, ChargementEnCours enCours, Conservation conservation) throws SQLException, InterruptedException {
      Registre.garderOrganismes(connexion, id, enCours.organismes());
      chargement.terminer();
      conservation.ecrire(connexion, true);
      registre.decrire(id, tete, null);
      var b = chargement.bilan();
      Rapport rapport = new Rapport(demande.nom(), sha256, tete.format(), tete.nature(), tete.reference(), "CHARGE", null, null, annonces, lus,
          new Rapport.Foyers(b.foyersCrees(), b.foyersModifies(), b.foyersInchanges()), new Rapport.Personnes(b.personnesCreees(), b.personnesModifiees(), b.personnesInchangees()),
          List.copyOf(enCours.rejets()), chargement.nouveauxEntrants(), depuis(debut), id, Map.copyOf(b.mouvements()), false);
      registre.charger(id, rapport, b.mouvements(), totaux(chargement), ecart ? demande.ecartRaison() : null, agent);
      return rapport;
    }

    private static Map<String, Object> totaux(Chargement chargement) {
      Map<String, Object> totaux = new LinkedHashMap<>(chargement.montants());
      totaux.put("doublonsPossibles", chargement.bilan().doublonsPossibles());
      return totaux;
    }

    Rapport refuse(FluxRefuse refus) {
      return new Rapport(demande.nom(), sha256, tete == null ? null : tete.format(), tete == null ? null : tete.nature(), tete == null ? null : tete.reference(), "REFUSE",
          refus.getMessage(), refus.ligne() == 0 ? null : refus.ligne(), annonces, lus, new Rapport.Foyers(0, 0, 0), new Rapport.Personnes(0, 0, 0), List.of(), 0,
          depuis(debut), id, Map.of(), refus.ecartSeul());
    }
  }
}
