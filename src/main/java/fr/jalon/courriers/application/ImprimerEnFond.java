package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatLot;
import fr.jalon.courriers.impression.LettresEnPdf;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.FichierChiffre;
import fr.jalon.socle.RefusMetier;
import fr.jalon.travaux.Bilan;
import fr.jalon.travaux.GenreDeTravail;
import fr.jalon.travaux.Serveur;
import fr.jalon.travaux.TravailEnCours;
import fr.jalon.travaux.Travaux;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the PDF of batches behind the screen, one at a time. What a batch holds is fixed in the database: the file is only a print of it, made
 * again the same whenever it is asked, so a server killed in the middle loses nothing and doubles nothing. It is kept encrypted, on the disk of
 * the server that printed it: another one prints it again when it is asked.
 */
@Component
public class ImprimerEnFond implements GenreDeTravail<ImprimerEnFond.Demande> {
  private static final String PARTIEL = ".partiel";
  private final LettresDUnLot lettres;
  private final LettresEnPdf pdf;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final AgentSysteme systeme;
  private final AgentCourant agentCourant;
  private final Travaux travaux;
  private final Serveur serveur;
  private final Clock horloge;
  private final FichierChiffre chiffre;
  private final Path dossier;

  ImprimerEnFond(LettresDUnLot lettres, LettresEnPdf pdf, JdbcClient base, TransactionTemplate transaction, AgentSysteme systeme,
      AgentCourant agentCourant, Travaux travaux, Serveur serveur, Clock horloge,
      Chiffrement chiffrement, @Value("${jalon.courriers:${jalon.home:.jalon}/courriers}") String dossier) {
    this.lettres = lettres;
    this.pdf = pdf;
    this.base = base;
    this.transaction = transaction;
    this.systeme = systeme;
    this.agentCourant = agentCourant;
    this.travaux = travaux;
    this.serveur = serveur;
    this.horloge = horloge;
    this.chiffre = new FichierChiffre(chiffrement);
    this.dossier = Path.of(dossier).toAbsolutePath().normalize();
  }

  /** @param lot number of the batch */
  record Demande(long lot) {}

  /** Starts a batch that was just taken: on this server, where who asks will fetch it. */
  public void lancer(long lot) {
    travaux.demander(this, new Demande(lot), "Mettre en page le lot de lettres " + lot, "/courriers/lots/" + lot, serveur.nom(), Long.toString(lot));
  }

  @Override
  public String code() {
    return "IMPRIMER_UN_LOT";
  }

  @Override
  public Class<Demande> parametres() {
    return Demande.class;
  }

  @Override
  public boolean seReprend() {
    return true;
  }

  /** Takes a batch as printed without making its file now: it is made when somebody asks for it. */
  public void sansFichier(long lot) {
    transaction.execute(_ ->
        base.sql("update courriers.lot set etat = 'PRET', faites = lettres, pret_le = ? where id = ? and etat = 'EN_PREPARATION'")
        .params(OffsetDateTime.now(horloge), lot).update());
  }

  /** Starts again a batch that was cut short, or whose file is no longer kept. @throws RefusMetier when it is being made */
  public void relancer(long lot) {
    transaction.executeWithoutResult(_ -> {
      int n = base.sql("update courriers.lot set etat = 'EN_PREPARATION', faites = 0, incident = null where id = ? and etat in ('INTERROMPU', 'PRET')").param(lot).update();
      if (n == 0 && !base.sql("select exists (select from courriers.lot where id = ? and etat = 'POSTE')").param(lot).query(Boolean.class).single()) {
        throw new RefusMetier("DEJA_EN_COURS", "Ce lot est déjà en préparation, ou il a été défait.");
      }
      lancer(lot);
    });
  }

  /** True when the PDF of a batch is there. */
  public boolean pret(long lot) {
    return Files.exists(place(lot));
  }

  /** The PDF of a batch, when it is there; the caller closes it. */
  public Optional<InputStream> lire(long lot) {
    try {
      return Optional.of(chiffre.lire(place(lot)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws away the files of batches posted before this day. @return how many */
  public int oublierAvant(LocalDate jour) {
    return systeme.agir("courriers", () -> transaction.execute(_ -> base.sql("select id from courriers.lot where etat = 'DEFAIT' or poste_le < ?")
        .param(jour).query(Long.class).list()))
        .stream().mapToInt(lot -> effacer(place(lot)) ? 1 : 0).sum();
  }

  /** As the system: a batch holds letters of persons that its author may not open one by one. */
  @Override
  public Bilan executer(Demande demande, TravailEnCours enCours) {
    if (!agentCourant.perimetre().peut("COURRIERS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet plus de mettre des lettres en page.");
    }
    long lot = demande.lot();
    return systeme.agir("impression", () -> {
      ouvrir();
      int nombre = transaction.<Integer>execute(_ -> base.sql("select count(*) from courriers.message where lot_id = ? and etat <> 'ABANDONNE'")
          .param(lot)
          .query(Integer.class).single());
      boolean rectoVerso = transaction.<Boolean>execute(_ -> base.sql("select recto_verso from courriers.lot where id = ?").param(lot)
          .query(Boolean.class).single());
      try {
        ranger(lot, sortie -> pdf.ecrire("Lot " + lot, nombre, rectoVerso, i -> lettres.duLot(lot, i, LettresEnPdf.LIASSE),
            n -> avancer(lot, n, nombre, enCours), sortie));
      } catch (RefusMetier refus) {
        throw new RefusMetier(refus.code(), refus.getMessage() + " Défaites le lot : cette lettre attendra une autre adresse.");
      }
      transaction.execute(_ ->
          base.sql("update courriers.lot set etat = 'PRET', pret_le = ?, incident = null where id = ? and etat = 'EN_PREPARATION'")
          .params(OffsetDateTime.now(horloge), lot).update());
      return Bilan.de("Le PDF est prêt : " + nombre + (nombre < 2 ? " lettre." : " lettres."));
    });
  }

  private void avancer(long lot, int faites, int nombre, TravailEnCours enCours) {
    transaction.execute(_ -> base.sql("update courriers.lot set faites = ? where id = ?").params(faites, lot).update());
    enCours.avancer(faites, nombre);
  }

  /** Its preparation was cut short; it can start again. */
  @Override
  public void rendre(Demande demande, boolean annule, String phrase) {
    transaction.execute(_ -> base.sql("update courriers.lot set etat = ?, incident = ? where id = ? and etat = 'EN_PREPARATION'")
        .params(EtatLot.INTERROMPU.name(), phrase, demande.lot()).update());
  }

  /** Taken, or asked again, and never printed: the server died before it asked, or was of a version before. */
  @Override
  public void rendreLesOrphelins() {
    transaction.execute(_ -> base.sql("""
        update courriers.lot set etat = 'INTERROMPU', incident = 'La mise en page s''est arrêtée. Rien n''est perdu : relancez-la.'
        where etat = 'EN_PREPARATION' and prepare_le < ? and not travaux.vivant(?, id::text)""").params(OffsetDateTime.now(horloge).minusMinutes(5), code()).update());
  }

  /** What a server killed in the middle left on this disk. */
  @EventListener(WebServerInitializedEvent.class)
  void auDemarrage() {
    if (Files.isDirectory(dossier)) {
      try (Stream<Path> restes = Files.list(dossier)) {
        // .pdf: what was kept before files were encrypted; it is made again, the same, when it is asked for
        restes.filter(f -> f.toString().endsWith(PARTIEL) || f.toString().endsWith(".pdf")).forEach(ImprimerEnFond::effacer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path place(long lot) {
    return dossier.resolve("lot-" + lot + ".pdf.chiffre");
  }

  /** The file appears whole or not at all. */
  void ranger(long lot, Consumer<OutputStream> ecriture) {
    Path partiel = dossier.resolve("lot-" + lot + PARTIEL);
    try {
      effacer(partiel);
      try (OutputStream sortie = chiffre.ecrire(partiel)) {
        ecriture.accept(sortie);
      }
      Files.move(partiel, place(lot), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      effacer(partiel);
    }
  }

  private void ouvrir() {
    try {
      Files.createDirectories(dossier.getParent());
      Files.createDirectory(dossier, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean effacer(Path fichier) {
    try {
      return Files.deleteIfExists(fichier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
