package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.echanges.caf.application.DepotDeFichiers.Recu;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.RefusMetier;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.Set;
import org.springframework.stereotype.Service;

/** An agent drops a file: it is written to the disk, then waits its turn. The same file twice is told at once. */
@Service
public class DeposerFichier {
  private static final int NOM_MAXIMAL = 200;
  private final DepotDeFichiers depot;
  private final FileDesChargements file;
  private final Registre registre;
  private final Retenus retenus;
  private final AgentCourant agentCourant;
  private final UnALaFois unALaFois;
  private final Clock horloge;

  DeposerFichier(DepotDeFichiers depot, FileDesChargements file, Registre registre, Retenus retenus, AgentCourant agentCourant,
      UnALaFois unALaFois, Clock horloge) {
    this.depot = depot;
    this.file = file;
    this.registre = registre;
    this.retenus = retenus;
    this.agentCourant = agentCourant;
    this.unALaFois = unALaFois;
    this.horloge = horloge;
  }

  /**
   * Where to look for it.
   *
   * @param importId row of the register
   * @param nouveau  false when the same content is already loaded, or already on its way
   * @param phrase   what to tell the agent
   */
  public record Depot(long importId, boolean nouveau, String phrase) {}

  /**
   * @param nom      name of the file at the agent's
   * @param recuLe   day the Département received it, {@code null} for today: the delay of orientation starts there
   * @param annonces size announced, or -1
   * @throws RefusMetier when the file cannot be taken
   */
  public Depot executer(String nom, LocalDate recuLe, InputStream contenu, long annonces) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas de déposer un fichier.");
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    if (recuLe != null && recuLe.isAfter(aujourdhui)) {
      throw new RefusMetier("RECEPTION_FUTURE", "La date de réception est dans le futur : donnez le jour où le Département a reçu le fichier.");
    }
    if (file.pleine()) {
      throw new RefusMetier("FILE_PLEINE", "Trop de fichiers attendent déjà leur tour. Déposez celui-ci quand les premiers seront chargés.");
    }
    Recu recu = depot.recevoir(contenu, annonces);
    AtomicBoolean seul = new AtomicBoolean();
    try {
      return unALaFois.faire(recu.sha256(), () -> {
        seul.set(true);
        return enregistrer(nomPropre(nom), recuLe == null ? aujourdhui : recuLe, recu);
      });
    } finally {
      if (!seul.get()) {
        // its turn never came: nothing knows of this file
        depot.oublier(recu.fichier());
      }
    }
  }

  private Depot enregistrer(String nom, LocalDate recuLe, Recu recu) {
    Optional<Registre.DejaCharge> deja = registre.dejaCharge(recu.sha256());
    if (deja.isPresent()) {
      depot.oublier(recu.fichier());
      return new Depot(deja.get().id(), false, "« " + nom + " » a déjà été chargé : rien n'a changé. Voici son rapport.");
    }
    Optional<Long> enRoute = registre.enRoute(recu.sha256()).filter(id -> file.progres(id).isPresent());
    if (enRoute.isPresent()) {
      return new Depot(enRoute.get(), false, "« " + nom + " » est déjà en cours de chargement.");
    }
    Optional<Long> retenu = retenus.deContenu(recu.sha256());
    if (retenu.isPresent()) {
      return new Depot(retenu.get(), false, "« " + nom + " » est déjà retenu : lisez pourquoi, puis acceptez-le ou écartez-le.");
    }
    long id = registre.attendre(nom, recu.sha256(), recu.octets(), recuLe, agentCourant.perimetre().agent());
    file.ajouter(id, recu.fichier(), new Demande(recu.fichier(), nom, recuLe, null, id, false, Set.of()));
    return new Depot(id, true, "« " + nom + " » est reçu.");
  }

  /** The name alone, whatever folder or control characters the browser gives. */
  static String nomPropre(String nom) {
    String net = nom == null ? "" : nom.replace('\\', '/');
    net = net.substring(net.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
    return net.isEmpty() ? "fichier sans nom" : net.length() > NOM_MAXIMAL ? net.substring(0, NOM_MAXIMAL) : net;
  }
}
