package fr.jalon.diagnostic.lecture;

import fr.jalon.allocataires.Libelles;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.PersonneMontree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the file of the CAF or the MSA already tells of a person, so that nobody asks her again. */
@Component
public class FaitsDeLaCaisse {
  private final JdbcClient base;
  private final Libelles libelles;
  private final Clock horloge;

  FaitsDeLaCaisse(JdbcClient base, Libelles libelles, Clock horloge) {
    this.base = base;
    this.libelles = libelles;
    this.horloge = horloge;
  }

  /**
   * A person and what is known of her today.
   *
   * @param faits   values by name of fact (activite, tns, sans_domicile), for the rules that fill in
   * @param phrases the same and more (age, household, children) in plain French, with its label
   */
  public record Connue(@PersonneMontree long id, String nom, Map<String, String> faits, Map<String, String> phrases) {}

  private record Ligne(String nom, String prenom, LocalDate naissance, String activite, LocalDate activiteDepuis, Boolean tns, Boolean sansDomicile,
      Boolean enceinte, Integer adultes, Integer enfants, Long foyerId) {}

  /** Empty when she does not exist, was merged, or is out of the agent's perimeter. */
  @Transactional(readOnly = true)
  public Optional<Connue> de(long personneId) {
    return base.sql("""
        select p.nom, p.prenom, p.date_naissance as naissance, s.activite, s.activite_depuis, s.tns, s.sans_domicile, s.enceinte, s.adultes, s.enfants, s.foyer_id
        from allocataires.personne p
        left join lateral allocataires.place_de(array[p.id], 'infinity') s on s.presente and s.adulte and s.etat is not null
        where p.id = ? and p.fusionnee_dans is null""").param(personneId).query(Ligne.class).optional().map(l -> connue(personneId, l));
  }

  private Connue connue(long id, Ligne l) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<String, String> faits = new LinkedHashMap<>();
    Map<String, String> phrases = new LinkedHashMap<>();
    if (l.naissance() != null) {
      phrases.put("Âge", Francais.age(l.naissance(), aujourdhui));
    }
    if (l.foyerId() != null) {
      phrases.put("Foyer", Francais.compte(l.adultes(), "adulte", "adultes") + ", " + (l.enfants() == 0 ? "pas d'enfant"
          : Francais.compte(l.enfants(), "enfant", "enfants") + ages(l.foyerId(), aujourdhui)) + (l.enceinte() ? ", grossesse déclarée" : ""));
      faits.put("tns", l.tns() ? "OUI" : "NON");
      faits.put("sans_domicile", l.sansDomicile() ? "OUI" : "NON");
      if (l.activite() != null) {
        faits.put("activite", l.activite());
        phrases.put("Activité", libelles.libelle("ACT", l.activite())
            + (l.activiteDepuis() == null ? "" : " depuis le " + Francais.date(l.activiteDepuis())));
      }
      if (l.tns()) {
        phrases.put("Statut", "Travaille à son compte");
      }
      if (l.sansDomicile()) {
        phrases.put("Logement", "Sans domicile stable");
      }
    }
    return new Connue(id, l.nom() + " " + Francais.nom(l.prenom()), faits, phrases);
  }

  private String ages(long foyerId, LocalDate aujourdhui) {
    List<String> ages = new ArrayList<>(base.sql("""
        select p.date_naissance from allocataires.membre m join allocataires.personne p on p.id = m.personne_id
        where m.foyer_id = ? and not m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity' and p.date_naissance is not null
        order by p.date_naissance desc""").param(foyerId).query(LocalDate.class).list().stream().map(n -> Francais.age(n, aujourdhui)).toList());
    return ages.isEmpty() ? "" : " (" + String.join(", ", ages) + ")";
  }
}
