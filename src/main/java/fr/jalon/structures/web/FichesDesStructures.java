package fr.jalon.structures.web;

import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Francais;
import fr.jalon.structures.Poste;
import fr.jalon.structures.Public;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the forms of the structures hold, and how each field is called when a colleague changed it meanwhile. */
@Component
class FichesDesStructures {
  final Fiche organisation;
  final Fiche site;
  final Fiche referent;
  final Fiche communes;

  FichesDesStructures(Structures structures) {
    organisation = Fiche.de("ORGANISATION", "cette organisation").champ("nom", "Nom")
        .champ("nature", "Nature", n -> n.isEmpty() ? "" : PageDesStructures.nature(n))
        .champ("cadre", "Cadre", c -> c.isEmpty() ? "" : Francais.nom(c)).champ("commune", "Commune", structures::nomDeCommune)
        .champ("parcours", "Parcours pris en charge", p -> p.isEmpty() ? "tous" : PageDesStructures.parcours(p))
        .champ("territoires", "Territoires servis", t -> t.isEmpty() ? "tous" : structures.nomDeTerritoire(t))
        .coche("active", "Prend de nouvelles personnes");
    site = Fiche.de("SITE", "ce site").champ("nom", "Nom").champ("adresse", "Adresse").champ("commune", "Commune", structures::nomDeCommune)
        .champ("telephone", "Téléphone").coche("actif", "Ouvert");
    referent = Fiche.de("REFERENT", "ce référent").champ("nom", "Prénom et nom").champ("organisation", "Organisation", structures::nomDOrganisation)
        .champ("courriel", "Adresse électronique")
        .champ("etp", "Temps de travail").coche("intensif", "Portefeuille intensif")
        .champ("publics", "Spécialiste de", p -> p.isEmpty() ? "tous" : Public.valueOf(p).libelle())
        .coche("reserve", "Ne suit que ces publics").champ("site", "Site", structures::nomDeSite)
        .champ("fonction", "Fonction", f -> f.isEmpty() ? "" : Poste.Fonction.valueOf(f).libelle())
        .champ("debut", "Premier jour", FichesDesStructures::jour).champ("fin", "Dernier jour", FichesDesStructures::jour)
        .champ("communes", "Communes servies", c -> c.isEmpty() ? "toutes" : structures.nomDeCommune(c)).coche("actif", "Suit des personnes")
        .etat("commune", "Commune", structures::nomDeCommune);
    communes = Fiche.de("COMMUNES", "ces communes")
        .etat("territoires", "Territoire", t -> t.isEmpty() ? "" : structures.nomDeTerritoire(t)).sansAuteur();
  }

  /** Where the communes of a list are. */
  record Rattachement(List<Integer> territoires) {}

  private static String jour(String iso) {
    return iso.matches("\\d{4}-\\d{2}-\\d{2}") ? Francais.date(LocalDate.parse(iso)) : iso;
  }
}
