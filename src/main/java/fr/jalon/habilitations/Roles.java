package fr.jalon.habilitations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The roles, the resources they open and the pages of each resource, as {@code habilitations.yaml} states them. */
@Component
public class Roles {

  /** How the perimeter of an account is read. */
  public enum Etendue {
    /** Always the whole Département. */
    DEPARTEMENT("Tout le Département"),
    /** Territories and organisations of the account, or the whole Département when the account says so. */
    AU_CHOIX("Ses territoires et organisations"),
    /** Organisations of the account, never more. */
    ORGANISATION("Ses organisations");

    private final String libelle;

    Etendue(String libelle) {
      this.libelle = libelle;
    }

    /** In French. */
    public String libelle() {
      return libelle;
    }
  }

  /**
   * A resource.
   *
   * @param code    code used in policies and checks, e.g. {@code MONTANTS}
   * @param libelle French label
   * @param phrase  one French sentence
   * @param pages   addresses it opens, with everything below them
   */
  public record Ressource(String code, String libelle, String phrase, List<String> pages) {}

  /**
   * A role.
   *
   * @param code       code kept with the account, e.g. {@code REFERENT}
   * @param libelle    French label
   * @param phrase     one French sentence
   * @param etendue    how far it may see
   * @param ressources codes of the resources it opens
   * @param accueil    page the role opens on, or empty for the first of its menu
   */
  public record Role(String code, String libelle, String phrase, Etendue etendue, Set<String> ressources, Optional<String> accueil) {}

  private final Map<String, Ressource> ressources = new LinkedHashMap<>();
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final List<String> pourTous;

  Roles() {
    Map<?, ?> racine = lire();
    pourTous = textes(racine.get("pour_tous"));
    blocs(racine, "ressources").forEach((code, b) ->
        ressources.put(code, new Ressource(code, (String) b.get("libelle"), (String) b.get("phrase"), textes(b.get("pages")))));
    blocs(racine, "roles").forEach((code, b) -> roles.put(code, new Role(code, (String) b.get("libelle"), (String) b.get("phrase"),
        Etendue.valueOf((String) b.get("perimetre")), new LinkedHashSet<>(textes(b.get("ressources"))),
        Optional.ofNullable((String) b.get("accueil")))));
    for (Role role : roles.values()) {
      if (!ressources.keySet().containsAll(role.ressources())) {
        throw new IllegalStateException("habilitations.yaml : le rôle " + role.code() + " ouvre une ressource qui n'est pas décrite");
      }
    }
  }

  /** Every role, in the order of the file. */
  public Collection<Role> tous() {
    return roles.values();
  }

  /** Another text whenever a role opens something else. Digits and letters. */
  public String empreinte() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((roles + "\n" + ressources).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every resource, in the order of the file. */
  public Collection<Ressource> ressources() {
    return ressources.values();
  }

  /** The role of that code, if there is one. */
  public Optional<Role> role(String code) {
    return Optional.ofNullable(roles.get(code));
  }

  /** French label of a role; the code itself when it is not one of the roles (the system). */
  public String libelle(String code) {
    return role(code).map(Role::libelle).orElse(AgentSysteme.ROLE.equals(code) ? "Système" : ClientApi.ROLE.equals(code) ? "Application" : code);
  }

  /** True when an account of that role, with that choice, sees the whole Département. */
  public boolean partout(String code, boolean choisi) {
    return role(code).map(r -> r.etendue() == Etendue.DEPARTEMENT || r.etendue() == Etendue.AU_CHOIX && choisi).orElse(false);
  }

  /** Pages that every agent logged in may open. */
  public List<String> pourTous() {
    return pourTous;
  }

  /** What an account may see: the resources of its role, and the perimeter the role allows it. An unknown role sees nothing. */
  public Perimetre perimetre(Agent agent) {
    Role role = roles.get(agent.role());
    if (role == null) {
      return new Perimetre(agent.identifiant(), agent.nom(), agent.role(), Set.of(), false, List.of(), List.of());
    }
    return switch (role.etendue()) {
      case DEPARTEMENT -> new Perimetre(agent.identifiant(), agent.nom(), role.code(), role.ressources(), true, List.of(), List.of());
      case AU_CHOIX -> new Perimetre(agent.identifiant(), agent.nom(), role.code(), role.ressources(), agent.partout(),
          agent.territoires(), agent.organisations());
      case ORGANISATION -> new Perimetre(agent.identifiant(), agent.nom(), role.code(), role.ressources(), false, List.of(),
          agent.organisations());
    };
  }

  private static Map<?, ?> lire() {
    try (InputStream flux = new ClassPathResource("habilitations.yaml").getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> blocs(Map<?, ?> racine, String cle) {
    return (Map<String, Map<String, Object>>) racine.get(cle);
  }

  private static List<String> textes(Object valeur) {
    return ((List<?>) valeur).stream().map(String::valueOf).toList();
  }
}
