package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what every letter bears. Letters already written keep the letterhead they had. */
@Service
public class EnregistrerEntete {
  /** Largest logo, in bytes. */
  public static final int LOGO_AU_PLUS = 300_000;
  private static final int COTE_AU_PLUS = 3000;
  private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpeg", "image/jpeg");
  private final JdbcClient base;
  private final Entetes entetes;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  EnregistrerEntete(JdbcClient base, Entetes entetes, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.entetes = entetes;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** The type of an image, read from its content and not from its name; empty when it is not a PNG or a JPEG of a reasonable size. */
  public static Optional<String> typeDImage(byte[] contenu) {
    if (contenu.length == 0 || contenu.length > LOGO_AU_PLUS) {
      return Optional.empty();
    }
    try (ImageInputStream image = ImageIO.createImageInputStream(new ByteArrayInputStream(contenu))) {
      Iterator<ImageReader> lecteurs = ImageIO.getImageReaders(image);
      if (!lecteurs.hasNext()) {
        return Optional.empty();
      }
      ImageReader lecteur = lecteurs.next();
      lecteur.setInput(image);
      String type = TYPES.get(lecteur.getFormatName().toLowerCase(java.util.Locale.ROOT));
      boolean raisonnable = type != null && lecteur.getWidth(0) <= COTE_AU_PLUS && lecteur.getHeight(0) <= COTE_AU_PLUS && lecteur.read(0) != null;
      lecteur.dispose();
      return raisonnable ? Optional.of(type) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What is wrong, by field; empty when it can be kept. */
  public Map<String, String> erreurs(Entete e) {
    Map<String, String> erreurs = new LinkedHashMap<>();
    exiger(erreurs, "expediteur", e.expediteur(), 120, "Dites qui écrit, par exemple « Direction de l'insertion ».");
    exiger(erreurs, "contact", e.contact(), 200, "Dites qui la personne peut joindre.");
    exiger(erreurs, "telephone", e.telephone(), 40, "Donnez le numéro à appeler.");
    exiger(erreurs, "signature", e.signature(), 300, "Écrivez la signature.");
    exiger(erreurs, "recours", e.recours(), 300, "Dites où écrire pour contester.");
    if (e.adresse().length() > 300 || e.adresse().lines().count() > 5) {
      erreurs.put("adresse", "L'adresse tient en cinq lignes.");
    }
    if (e.logo() != null && (e.logoTexte() == null || e.logoTexte().isBlank())) {
      erreurs.put("logoTexte", "Dites ce que montre le logo, pour qui ne le voit pas.");
    }
    return erreurs;
  }

  /** The letterhead in force, that nobody else changes until the transaction ends. */
  @Transactional
  public Entete pourChanger() {
    base.sql("select pg_advisory_xact_lock(hashtext('courriers.entete'))").query((_, _) -> 0).list();
    return entetes.enVigueur();
  }

  /** Keeps it. */
  @Transactional
  public void executer(Entete e) {
    base.sql("""
        insert into courriers.entete (expediteur, adresse, contact, telephone, signature, recours, logo, logo_type, logo_texte, ecrite_par, ecrite_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(e.expediteur(), e.adresse(), e.contact(), e.telephone(), e.signature(), e.recours(), e.logo(), e.logoType(),
        e.logo() == null ? null : e.logoTexte(), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
    journal.tracer("ENTETE_DES_COURRIERS", null, null, "En-tête des courriers changé");
  }

  private static void exiger(Map<String, String> erreurs, String champ, String valeur, int auPlus, String phrase) {
    if (valeur.isBlank()) {
      erreurs.put(champ, phrase);
    } else if (valeur.length() > auPlus) {
      erreurs.put(champ, "C'est trop long : %d caractères, %d au plus.".formatted(valeur.length(), auPlus));
    }
  }
}
