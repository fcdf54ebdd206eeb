package fr.jalon.echanges.reprise.domaine;

import fr.jalon.echanges.reprise.domaine.LigneDeStructures.OrganisationLue;
import fr.jalon.echanges.reprise.domaine.LigneDeStructures.SiteLu;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Rangee;
import fr.jalon.structures.Poste;
import fr.jalon.structures.SaisieDeReferent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads a spreadsheet of structures row by row, without writing anything: the preview and the recording read it the same way. What is known
 * already is left as it is; a row that contradicts what is known, or another row, is refused with the reason. Every row of the file comes out.
 */
public final class LectureDesStructures {
  private final Map<ChampDeStructure, Integer> colonnes;
  private final StructuresConnues connues;

  /** @param colonnes rank of the column of each field, from 0 */
  public LectureDesStructures(Map<ChampDeStructure, Integer> colonnes, StructuresConnues connues) {
    this.colonnes = colonnes;
    this.connues = connues;
  }

  /** The rows, in the order of the file, each once. */
  public List<LigneDeStructures> lire(List<Rangee> rangees) {
    return rangees.stream().map(r -> new Ligne(r).lire()).toList();
  }

  /** One row being read. */
  private final class Ligne {
    private final Rangee rangee;
    private final List<String> refus = new ArrayList<>();
    private final List<String> cree = new ArrayList<>();

    Ligne(Rangee rangee) {
      this.rangee = rangee;
    }

    LigneDeStructures lire() {
      if (!rangee.enTrop().isEmpty()) {
        return refusee(Tableau.casesEnTrop(rangee.enTrop().size()));
      }
      String nom = valeur(ChampDeStructure.ORGANISATION);
      if (nom.isEmpty()) {
        return refusee("Le nom de l'organisation manque.");
      }
      if (nom.startsWith(ChampDeStructure.EXEMPLE.strip())) {
        return refusee("C'est une ligne d'exemple du modèle : effacez-la.");
      }
      if (nom.length() > 120) {
        return refusee("Le nom de l'organisation dépasse 120 caractères.");
      }
      String commune = commune(valeur(ChampDeStructure.COMMUNE));
      OrganisationLue organisation = organisation(nom, commune);
      SiteLu site = site(nom, commune);
      SaisieDeReferent referent = referent(nom, organisation == null ? null : organisation.nature());
      if (!refus.isEmpty()) {
        return new LigneDeStructures(rangee.rang(), null, null, null, List.of(), refus);
      }
      annoncer(organisation, site, referent);
      return new LigneDeStructures(rangee.rang(), organisation, site, referent, cree, refus);
    }

    private OrganisationLue organisation(String nom, String commune) {
      StructuresConnues.Connue connue = connues.organisation(nom);
      String natureLue = valeur(ChampDeStructure.NATURE);
      List<Integer> territoires = territoires(valeur(ChampDeStructure.TERRITOIRES));
      List<String> parcours = essayer(() -> ValeursDeStructure.parcours(valeur(ChampDeStructure.PARCOURS)), List.of());
      String cadre = essayer(() -> ValeursDeStructure.cadre(valeur(ChampDeStructure.CADRE)), null);
      if (connue == null) {
        String nature = essayer(() -> ValeursDeStructure.nature(natureLue), null);
        return nature == null ? null : new OrganisationLue(nom, true, nature, cadre, commune, territoires, parcours);
      }
      if (!natureLue.isEmpty()) {
        String nature = essayer(() -> ValeursDeStructure.nature(natureLue), null);
        if (nature != null && !nature.equals(connue.nature())) {
          refus.add("« %s » n'a pas cette nature %s : gardez la même partout.".formatted(nom,
              connue.rang() == 0 ? "dans Jalon" : "à la ligne " + connue.rang()));
        }
      }
      return new OrganisationLue(connue.nom(), false, connue.nature(), cadre, commune, territoires, parcours);
    }

    /** The site of the row; a commune alone is a site of that name. */
    private SiteLu site(String organisation, String commune) {
      String lu = valeur(ChampDeStructure.SITE);
      String nom = !lu.isEmpty() ? lu : commune == null ? "" : connues.nomDeCommune(commune);
      if (nom.isEmpty()) {
        if (!valeur(ChampDeStructure.ADRESSE).isEmpty() && valeur(ChampDeStructure.COMMUNE).isEmpty()) {
          refus.add("Une adresse sans site ni commune : donnez le nom du site ou sa commune.");
        }
        return null;
      }
      if (nom.length() > 120 || valeur(ChampDeStructure.ADRESSE).length() > 200) {
        refus.add("Le nom du site dépasse 120 caractères, ou son adresse 200.");
      }
      return new SiteLu(nom, !connues.aLeSite(organisation, nom), valeur(ChampDeStructure.ADRESSE), commune);
    }

    private SaisieDeReferent referent(String organisation, String nature) {
      String nom = (valeur(ChampDeStructure.PRENOM) + " " + valeur(ChampDeStructure.REFERENT)).strip();
      String courriel = valeur(ChampDeStructure.COURRIEL).toLowerCase(Locale.ROOT);
      if (nom.isEmpty()) {
        if (!courriel.isEmpty()) {
          refus.add("Un courriel sans référent : donnez son prénom et son nom.");
        }
        return null;
      }
      if (nom.length() > 120) {
        refus.add("Le nom du référent dépasse 120 caractères.");
      }
      if (!courriel.isEmpty() && !courriel.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
        refus.add("« " + courriel + " » n'est pas une adresse électronique complète.");
      }
      StructuresConnues.ReferentConnu memeCourriel = connues.duCourriel(courriel);
      StructuresConnues.ReferentConnu memeNom = connues.duNom(nom, organisation);
      if (memeCourriel != null && memeCourriel != memeNom) {
        refus.add("L'adresse " + courriel + " est déjà celle de " + memeCourriel.nom()
            + (memeCourriel.rang() == 0 ? "." : " (ligne " + memeCourriel.rang() + ")."));
      }
      return lireLeReferent(nom, courriel, nature, memeNom != null);
    }

    private SaisieDeReferent lireLeReferent(String nom, String courriel, String nature, boolean connu) {
      var etp = essayer(() -> ValeursDeStructure.etp(valeur(ChampDeStructure.ETP)), null);
      boolean intensif = essayer(() -> ValeursDeStructure.oui(valeur(ChampDeStructure.INTENSIF), ChampDeStructure.INTENSIF.libelle()), false);
      boolean reserve = essayer(() -> ValeursDeStructure.oui(valeur(ChampDeStructure.RESERVE), ChampDeStructure.RESERVE.libelle()), false);
      var publics = essayer(() -> ValeursDeStructure.publics(valeur(ChampDeStructure.PUBLICS)), List.<fr.jalon.structures.Public>of());
      if (reserve && publics.isEmpty()) {
        refus.add("« Ne suit que ces publics » sans public : dites de qui ce référent est spécialiste.");
      }
      Poste.Fonction fonction = essayer(() -> ValeursDeStructure.fonction(valeur(ChampDeStructure.FONCTION)), null);
      if (fonction != null && nature != null && !"DEPARTEMENT".equals(nature)) {
        refus.add("La fonction (insertion ou polyvalence) est celle d'un référent du Département : laissez-la vide.");
      }
      LocalDate debut = essayer(() -> ValeursDeStructure.jour(valeur(ChampDeStructure.DEBUT)), null);
      LocalDate fin = essayer(() -> ValeursDeStructure.jour(valeur(ChampDeStructure.FIN)), null);
      if (debut != null && fin != null && fin.isBefore(debut)) {
        refus.add("Le dernier jour du référent est avant le premier.");
      }
      List<String> communes = communesServies();
      return connu ? null : new SaisieDeReferent(null, 0, nom, courriel, etp, intensif, true, null, publics, reserve, communes,
          new Poste(null, null, fonction, debut, fin));
    }

    private void annoncer(OrganisationLue o, SiteLu s, SaisieDeReferent r) {
      if (o.nouvelle()) {
        connues.annoncer(o.nom(), o.nature(), rangee.rang());
        cree.add("organisation");
      }
      if (s != null && s.nouveau()) {
        connues.annoncerSite(o.nom(), s.nom(), rangee.rang());
        cree.add("site");
      }
      if (r != null) {
        connues.annoncerReferent(r.nom(), r.courriel(), o.nom(), rangee.rang());
        cree.add("référent");
      }
    }

    private List<Integer> territoires(String texte) {
      return ValeursDeStructure.tous(texte) ? List.of() : essayer(() -> ValeursDeStructure.chacun(texte, t -> {
        Integer id = connues.territoire(t);
        if (id == null) {
          throw new IllegalArgumentException("« " + t + " » n'est pas un territoire du Département.");
        }
        return id;
      }), List.of());
    }

    private List<String> communesServies() {
      String texte = valeur(ChampDeStructure.COMMUNES);
      return ValeursDeStructure.tous(texte) ? List.of() : essayer(() -> ValeursDeStructure.chacun(texte, this::communeConnue), List.of());
    }

    private String commune(String texte) {
      return texte.isEmpty() ? null : essayer(() -> communeConnue(texte), null);
    }

    private String communeConnue(String texte) {
      String code = connues.codeDeCommune(texte);
      if (code == null) {
        throw new IllegalArgumentException("« " + texte + " » n'est pas une commune du Département.");
      }
      return code;
    }

    private <T> T essayer(Supplier<T> lecture, T sinon) {
      try {
        return lecture.get();
      } catch (IllegalArgumentException e) {
        refus.add(e.getMessage());
        return sinon;
      }
    }

    private LigneDeStructures refusee(String phrase) {
      return new LigneDeStructures(rangee.rang(), null, null, null, List.of(), List.of(phrase));
    }

    private String valeur(ChampDeStructure champ) {
      Integer colonne = colonnes.get(champ);
      return colonne == null || colonne >= rangee.valeurs().size() ? "" : rangee.valeurs().get(colonne).strip();
    }
  }
}
