package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.Communes;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.courriers.domaine.Sms;
import fr.jalon.courriers.domaine.Textes;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.PersonneMontree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows texts that are being typed as a person would read them: hers when one is chosen, with what the last message of this model told her, else
 * an invented one. Nothing is written.
 */
@Service
public class ApercuDeModele {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TROUVEES = 6;
  private final JdbcClient base;
  private final Modeles modeles;
  private final Redaction redaction;
  private final Destinataires destinataires;
  private final Clock horloge;

  ApercuDeModele(JdbcClient base, Modeles modeles, Redaction redaction, Destinataires destinataires, Clock horloge) {
    this.base = base;
    this.modeles = modeles;
    this.redaction = redaction;
    this.destinataires = destinataires;
    this.horloge = horloge;
  }

  /** A person found. */
  public record Trouvee(@PersonneMontree long id, String nom, String commune) {}

  /**
   * What would be read. @param exemple true when the person is invented; @param valeursVraies true when the model's own values are those of a real
   * message
   */
  public record Vu(String objet, String lettre, String courriel, Sms sms, String pour, boolean exemple, boolean valeursVraies) {}

  /** Persons of the agent's perimeter by name. */
  @Transactional(readOnly = true)
  public List<Trouvee> chercher(String nom) {
    String[] mots = Arrays.stream(CleDeRecherche.de(nom).split(" ")).filter(m -> m.length() > 1).toArray(String[]::new);
    return mots.length == 0 ? List.of() : base.sql("""
        select p.id, p.nom, p.prenom, s.nom_commune as commune from allocataires.personne p left join allocataires.situation s on s.personne_id = p.id
        where p.id in (select allocataires.chercher_par_nom(?::text[])) order by p.nom, p.prenom, p.id limit ?""").params(mots, TROUVEES)
        .query((l, _) -> new Trouvee(l.getLong(1), Francais.personne(l.getString(2), l.getString(3)), l.getString(4))).list();
  }

  /** @param personne {@code null} for an invented one; one out of the agent's perimeter counts as {@code null} */
  @Transactional(readOnly = true)
  public Vu voir(String code, Textes textes, Long personne) {
    Modele modele = modeles.modele(code);
    Redaction.Encre encre = redaction.essayer(new Modeles.EnVigueur(modele, null, textes));
    Destinataire a = personne == null ? null : destinataires.lire(List.of(personne)).get(personne);
    Map<String, String> dernier = a == null ? null
        : base.sql("select valeurs::text from courriers.message where modele = ? and personne_id = ? order by id desc limit 1")
        .params(code, personne).query((l, _) -> JSON.readValue(l.getString(1), new TypeReference<Map<String, String>>() { })).optional().orElse(null);
    Map<String, String> valeurs = new HashMap<>();
    modele.variables().forEach((nom, v) -> valeurs.put(nom, v.exemple()));
    if (dernier != null) {
      valeurs.putAll(dernier);
    }
    Destinataire pour = a == null ? exemple() : a;
    LocalDate le = LocalDate.now(horloge);
    Redaction.Redige lettre = redaction.rediger(encre, Canal.LETTRE, pour, le, valeurs);
    return new Vu(lettre.objet(), lettre.contenu(), redaction.rediger(encre, Canal.COURRIEL, pour, le, valeurs).contenu(),
        Sms.de(redaction.rediger(encre, Canal.SMS, pour, le, valeurs).contenu()), pour.surLEnveloppe(), a == null, dernier != null);
  }

  /** The same letter as it would be printed. */
  @Transactional(readOnly = true)
  public Lettre lettre(String code, Textes textes, Long personne) {
    Vu vu = voir(code, textes, personne);
    Destinataire a = personne == null ? null : destinataires.lire(List.of(personne)).get(personne);
    return new Lettre(null, LocalDate.now(horloge), vu.objet(), vu.pour(), (a == null ? exemple() : a).adresseComplete(), vu.lettre(),
        redaction.essayer(modeles.enVigueur(code)).entete(), a == null ? null : a.personneId());
  }

  private static Destinataire exemple() {
    return new Destinataire(0, Communes.VARIABLES.get("civilite").exemple(), Communes.VARIABLES.get("prenom").exemple(),
        Communes.VARIABLES.get("nom").exemple(),
        "12 rue des Tilleuls", "07000", "Privas", null, null);
  }
}
