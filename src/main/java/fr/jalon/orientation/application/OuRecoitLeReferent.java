package fr.jalon.orientation.application;

import fr.jalon.ecran.Francais;
import fr.jalon.structures.Commune;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Site;
import fr.jalon.structures.Structures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where a person is received by who accompanies her, and which number to call: what her letters say of it. */
@Component
class OuRecoitLeReferent {
  private final Structures structures;

  OuRecoitLeReferent(Structures structures) {
    this.structures = structures;
  }

  /** The places, read once for many letters. */
  Lieux lire() {
    return new Lieux(structures.sites().stream().collect(Collectors.toMap(Site::id, s -> s)), structures.communes().stream()
        .collect(Collectors.toMap(Commune::code, Commune::nom)));
  }

  /** Sites by number, names of communes by INSEE code. */
  record Lieux(Map<Integer, Site> sites, Map<String, String> communes) {
    /** Street, « Au Cheylard », telephone, one a line; what is not known is left out. @param referent {@code null} when she is not chosen yet */
    String enLignes(Organisation organisation, Referent referent) {
      Site site = referent == null || referent.poste().siteId() == null ? null : sites.get(referent.poste().siteId());
      String commune = referent != null && referent.commune() != null ? referent.commune() : organisation.commune();
      List<String> lignes = new ArrayList<>();
      if (site != null && site.adresse() != null) {
        lignes.add(site.adresse());
      }
      if (commune != null && communes.containsKey(commune)) {
        String ville = Francais.a(communes.get(commune));
        lignes.add(ville.substring(0, 1).toUpperCase(Locale.FRENCH) + ville.substring(1));
      }
      if (site != null && site.telephone() != null) {
        lignes.add("Téléphone : " + site.telephone());
      }
      return String.join("\n", lignes);
    }

    /** The same in a sentence, or an empty text. */
    String enPhrase(Organisation organisation, Referent referent) {
      String lignes = enLignes(organisation, referent);
      return lignes.isEmpty() ? "" : " " + lignes.replace("\n", ". ") + ".";
    }
  }
}
