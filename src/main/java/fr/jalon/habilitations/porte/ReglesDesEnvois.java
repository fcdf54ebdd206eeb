package fr.jalon.habilitations.porte;

import fr.jalon.habilitations.EnvoiPermis;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How long the body of a request may be, by who sends it and where; what is refused is refused unread. */
@Component
class ReglesDesEnvois {
  /** Doors that whoever may knock at: there the refusal is said; elsewhere it is the login that is missing. */
  private static final Set<String> PORTES = Set.of("/connexion", "/connexion/cle", "/connexion/cle/options", "/r", "/oauth2/token");
  private final Map<String, EnvoiPermis> permis;
  private final int adresseAuPlus;
  private final DataSize sansConnexion;
  private final DataSize formulaire;
  private final DataSize api;

  ReglesDesEnvois(ObjectProvider<EnvoiPermis> permis, @Value("${jalon.porte.adresse:6000}") int adresseAuPlus,
      @Value("${jalon.porte.envoi-sans-connexion:16KB}") DataSize sansConnexion, @Value("${jalon.porte.formulaire:2MB}") DataSize formulaire,
      @Value("${jalon.porte.api:256KB}") DataSize api) {
    this.permis = permis.stream().collect(Collectors.toMap(EnvoiPermis::chemin, Function.identity()));
    this.adresseAuPlus = adresseAuPlus;
    this.sansConnexion = sansConnexion;
    this.formulaire = formulaire;
    this.api = api;
  }

  /** Why a request may not go on. @param connexion true when logging in is what is missing */
  record Refus(int statut, String phrase, boolean connexion) {
    Refus(int statut, String phrase) {
      this(statut, phrase, false);
    }
  }

  /** What the address and the headers alone tell. */
  Optional<Refus> refus(HttpServletRequest requete, Envoyeur envoyeur) {
    int longueur = requete.getRequestURI().length() + (requete.getQueryString() == null ? 0 : requete.getQueryString().length());
    if (longueur > adresseAuPlus) {
      return Optional.of(new Refus(414,
          "Cette adresse est trop longue (%d caractères, %d au plus). Revenez à la page précédente et choisissez moins de filtres, ou moins de personnes à la fois."
          .formatted(longueur, adresseAuPlus)));
    }
    if (!avecCorps(requete)) {
      return Optional.empty();
    }
    if (requete.getContentLengthLong() < 0) {
      return Optional.of(new Refus(411, "Cet envoi ne dit pas sa taille (en-tête Content-Length) : il n'est pas lu."));
    }
    return corps(requete, envoyeur);
  }

  private Optional<Refus> corps(HttpServletRequest requete, Envoyeur envoyeur) {
    long taille = requete.getContentLengthLong();
    EnvoiPermis ici = permis.get(requete.getServletPath());
    boolean morceaux = multipart(requete);
    if (machine(requete)) {
      boolean jeton = requete.getHeader("Authorization") != null && !PORTES.contains(requete.getServletPath());
      return morceaux || taille > (jeton ? api : sansConnexion).toBytes() ? Optional.of(tropGros(jeton ? api : sansConnexion)) : Optional.empty();
    }
    if (!envoyeur.connu()) {
      return !morceaux && taille <= sansConnexion.toBytes() ? Optional.empty()
          : Optional.of(PORTES.contains(requete.getServletPath()) || requete.getServletPath()
          .startsWith("/r/") ? tropGros(sansConnexion) : terminee());
    }
    if (ici != null && envoyeur.peut(ici.ressource())) {
      return taille > ici.taille().toBytes() ? Optional.of(tropGros(ici.taille()))
          : morceaux && sansFrontiere(requete) ? Optional.of(new Refus(400,
          "Le formulaire reçu n'est pas complet. Revenez à la page précédente et recommencez.")) : Optional.empty();
    }
    if (morceaux || ici != null) {
      return Optional.of(ici == null ? new Refus(415, "Cette page ne reçoit pas de fichier.")
          : new Refus(403,
          "Votre rôle ne permet pas d'envoyer un fichier ici. Si vous devriez y avoir accès, demandez-le à la personne qui gère les habilitations."));
    }
    return taille > formulaire.toBytes() ? Optional.of(tropGros(formulaire)) : Optional.empty();
  }

  /** Logging in again is what is missing. */
  static Refus terminee() {
    return new Refus(401, "Votre session s'est terminée : reconnectez-vous, puis recommencez.", true);
  }

  /** True when the files of this request are counted among those that arrive together. */
  boolean fichiers(HttpServletRequest requete) {
    return avecCorps(requete) && (multipart(requete) || requete.getContentLengthLong() > formulaire.toBytes());
  }

  static boolean machine(HttpServletRequest requete) {
    return requete.getServletPath().startsWith("/api/") || requete.getServletPath().equals("/oauth2/token");
  }

  static boolean avecCorps(HttpServletRequest requete) {
    return requete.getContentLengthLong() > 0 || requete.getHeader("Transfer-Encoding") != null;
  }

  private static boolean multipart(HttpServletRequest requete) {
    return requete.getContentType() != null && requete.getContentType().strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static boolean sansFrontiere(HttpServletRequest requete) {
    return !requete.getContentType().toLowerCase(Locale.ROOT).matches(".*;\\s*boundary\\s*=\\s*\"?[^\\s\"].*");
  }

  private static Refus tropGros(DataSize auPlus) {
    return new Refus(413, "Cet envoi est trop gros : %s au plus ici.".formatted(lisible(auPlus)));
  }

  private static String lisible(DataSize taille) {
    return taille.toGigabytes() > 0 ? taille.toGigabytes() + " Go" : taille.toMegabytes() > 0 ? taille.toMegabytes() + " Mo"
        : taille.toKilobytes() + " Ko";
  }
}
