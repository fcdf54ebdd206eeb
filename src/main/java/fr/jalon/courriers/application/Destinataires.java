package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.domaine.Sms;
import fr.jalon.ecran.Francais;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Persons to write to: name, present address of the foyer (the last one she had there when she left it; the one an agent wrote for who was never in
 * any), numbers, read for many at once under the perimeter of the agent.
 */
@Component
public class Destinataires {
  private static final Pattern COURRIEL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
  private final JdbcClient base;

  Destinataires(JdbcClient base) {
    this.base = base;
  }

  /** By person; those who do not exist, were merged, or are out of the agent's perimeter are absent. */
  public Map<Long, Destinataire> lire(Collection<Long> personnes) {
    Map<Long, Destinataire> parId = new HashMap<>();
    base.sql("""
        select p.id, p.civilite, p.sexe, p.nom, p.prenom, p.telephone, p.courriel, coalesce(a.lignes, i.lignes) as lignes,
          coalesce(a.code_postal, i.code_postal) as code_postal, coalesce(a.nom_commune, c.nom) as ville
        from allocataires.personne p
        left join allocataires.place_de(:personnes::bigint[], 'infinity') s on s.personne_id = p.id
        -- who left her foyer does not live where it went since: the last address is the one she had there
        left join lateral allocataires.adresse_au(s.foyer_id, s.jour) a on true
        left join lateral allocataires.adresse_inscrite(p.id) i on s.foyer_id is null
        left join structures.commune c on c.code = coalesce(a.commune, i.commune)
        where p.id = any(:personnes::bigint[]) and p.fusionnee_dans is null""")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .query((RowCallbackHandler) l -> parId.put(l.getLong("id"), new Destinataire(l.getLong("id"),
            civilite(l.getString("civilite"), (Number) l.getObject("sexe")), Francais.nom(l.getString("prenom")), l.getString("nom"),
            l.getString("lignes"), l.getString("code_postal"), l.getString("ville"), Sms.mobile(l.getString("telephone")).orElse(null),
            courriel(l.getString("courriel")))));
    return parId;
  }

  private static String civilite(String code, Number sexe) {
    if ("MME".equals(code) || "MLE".equals(code) || code == null && sexe != null && sexe.intValue() == 2) {
      return "Madame";
    }
    return "MR".equals(code) || "M".equals(code) || code == null && sexe != null && sexe.intValue() == 1 ? "Monsieur" : "Madame, Monsieur";
  }

  private static String courriel(String adresse) {
    return adresse != null && COURRIEL.matcher(adresse.strip()).matches() ? adresse.strip() : null;
  }
}
