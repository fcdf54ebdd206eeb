package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.Gabarit;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.courriers.domaine.Textes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The models of {@code resources/courriers/*.yaml}, with the texts the Département put in their place. */
@Component
public class Modeles {
  private final JdbcClient base;
  private final Map<String, Modele> parCode = new TreeMap<>();
  private final Map<String, Prets> prets = new ConcurrentHashMap<>();

  /** @throws IllegalStateException when a file is not a model: the application does not start with a letter nobody can write */
  Modeles(JdbcClient base) {
    this.base = base;
    try {
      for (Resource fichier : new PathMatchingResourcePatternResolver().getResources("classpath*:courriers/*.yaml")) {
        try (InputStream contenu = fichier.getInputStream()) {
          Modele m = lire(new Yaml(new SafeConstructor(new LoaderOptions())).load(contenu), fichier.getFilename());
          parCode.put(m.code(), m);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of a model ready to be merged. */
  public record Prets(Gabarit objet, Gabarit lettre, Gabarit courriel, Gabarit sms) {
    static Prets de(Textes t) {
      return new Prets(Gabarit.texte(t.objet()), Gabarit.markdown(t.lettre()), Gabarit.markdown(t.courriel()), Gabarit.texte(t.sms()));
    }
  }

  /**
   * A model with the texts in force.
   *
   * @param versionId the Département's version, {@code null} for the texts delivered with Jalon
   */
  public record EnVigueur(Modele modele, Long versionId, Textes textes) {
    /** True when the Département changed it. */
    public boolean change() {
      return versionId != null && !textes.equals(modele.textes());
    }
  }

  /** Every model, by code. */
  public List<Modele> tous() {
    return List.copyOf(parCode.values());
  }

  /** @throws IllegalArgumentException when no file describes it */
  public Modele modele(String code) {
    Modele modele = parCode.get(code);
    if (modele == null) {
      throw new IllegalArgumentException("Le modèle de courrier « %s » n'existe pas : il manque le fichier courriers/%s.yaml.".formatted(code, code));
    }
    return modele;
  }

  /** True when a file describes it. */
  public boolean existe(String code) {
    return parCode.containsKey(code);
  }

  /** Name of a model as shown; the code itself when no file describes it any more. */
  public String libelle(String code) {
    return parCode.containsKey(code) ? parCode.get(code).libelle() : code;
  }

  /** The texts that a message written now takes. */
  public EnVigueur enVigueur(String code) {
    Modele modele = modele(code);
    return base.sql("select id, defaut, objet, lettre, courriel, sms from courriers.version where modele = ? order by id desc limit 1").param(code)
        .query((l, _) -> new EnVigueur(modele, l.getLong("id"), l.getBoolean("defaut") ? modele.textes()
            : new Textes(l.getString("objet"), l.getString("lettre"), l.getString("courriel"), l.getString("sms")))).optional()
        .orElse(new EnVigueur(modele, null, modele.textes()));
  }

  Prets prets(EnVigueur v) {
    return prets.computeIfAbsent(v.modele().code() + " " + v.versionId(), _ -> Prets.de(v.textes()));
  }

  @SuppressWarnings("unchecked")
  private static Modele lire(Map<String, Object> y, String fichier) {
    Map<String, Modele.Variable> variables = new LinkedHashMap<>();
    if (y.get("variables") instanceof Map<?, ?> v) {
      v.forEach((nom, quoi) -> variables.put(nom.toString(), quoi instanceof Map<?, ?> m
          ? new Modele.Variable(texte((Map<String, Object>) m, "description"), texte((Map<String, Object>) m, "exemple"))
          : new Modele.Variable(quoi.toString(), "[" + quoi + "]")));
    }
    Map<String, String> phrases = new LinkedHashMap<>();
    if (y.get("phrases") instanceof Map<?, ?> p) {
      p.forEach((nom, phrase) -> phrases.put(nom.toString(), phrase.toString().strip()));
    }
    Modele modele = new Modele(texte(y, "code"), texte(y, "libelle"), texte(y, "usage"), variables, phrases,
        new Textes(texte(y, "objet"), texte(y, "lettre"), texte(y, "courriel"), texte(y, "sms")));
    Map<String, List<String>> erreurs = modele.erreurs(modele.textes());
    // their variables are given with them: only how they are written is checked
    phrases.forEach((nom, phrase) -> erreurs.putAll(Gabarit.erreurs(phrase, Gabarit.texte(phrase).variables(), false).isEmpty() ? Map.of()
        : Map.of(nom, Gabarit.erreurs(phrase, Gabarit.texte(phrase).variables(), false))));
    if (modele.code().isEmpty() || !erreurs.isEmpty()) {
      throw new IllegalStateException("Le modèle de courrier courriers/%s ne peut pas servir : %s".formatted(fichier, erreurs));
    }
    return modele;
  }

  private static String texte(Map<String, Object> y, String cle) {
    return y.get(cle) == null ? "" : y.get(cle).toString().strip();
  }
}
