package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.Texte;
import fr.jalon.echanges.bornes.XmlBorne;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.domaine.Tableau.Choix;
import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the sheet of a workbook whose first rows name the most fields, else the first that holds something; days come as people write them.
 * Formulas are not read, only the value the spreadsheet kept. The library that reads workbooks gives no bound: it makes room up to the column a
 * cell names, and writes shared formulas again for each cell (decision 0010).
 */
final class LecteurXlsx {
  private final Bornes bornes;
  private final PartiesDuClasseur parties;
  private final List<String> textes = new ArrayList<>();
  /** The first rows that hold something, of each sheet looked at. */
  private final Map<PartiesDuClasseur.Feuille, List<List<String>>> debuts = new LinkedHashMap<>();
  private long caracteres;

  private LecteurXlsx(PartiesDuClasseur parties, Bornes bornes) {
    this.parties = parties;
    this.bornes = bornes;
  }

  static Tableau lire(byte[] octets, Bornes bornes, Choix choix) {
    try (PartiesDuClasseur parties = PartiesDuClasseur.ouvrir(octets, bornes)) {
      return new LecteurXlsx(parties, bornes).lire(choix);
    } catch (RefusMetier | BorneDepassee e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new RefusMetier("XLSX_ILLISIBLE",
          "Ce classeur ne peut pas être lu. Ouvrez-le dans votre tableur, enregistrez-le de nouveau au format .xlsx, puis déposez-le.");
    }
  }

  private Tableau lire(Choix choix) throws IOException, XMLStreamException {
    List<PartiesDuClasseur.Feuille> toutes = parties.feuilles();
    if (parties.textes() != null) {
      lireLesTextes();
    }
    List<PartiesDuClasseur.Feuille> feuilles = toutes.subList(0, Math.min(toutes.size(), bornes.tableur().feuilles()));
    List<PartiesDuClasseur.Feuille> remplies = feuilles.size() == 1 ? feuilles : remplies(feuilles);
    PartiesDuClasseur.Feuille feuille = remplies.stream().filter(f -> f.nom().equals(choix.feuille())).findFirst().orElse(null);
    if (feuille == null && choix.feuille() != null) {
      throw new RefusMetier("FEUILLE", "La feuille « " + choix.feuille() + " » est vide ou n'est pas dans ce classeur.");
    }
    feuille = feuille != null ? feuille : laMieuxNommee(remplies);
    if (feuille == null) {
      throw Lignes.sansLigne();
    }
    Lignes lignes = new Lignes(bornes.tableur(), choix.ligne(), false);
    int[] rangees = {0};
    lireLaFeuille(feuille.partie(), (rang, champs) -> {
      rangees[0] += champs.isEmpty() ? 0 : 1;
      if (!champs.isEmpty()) {
        lignes.ajouter(rang, champs, 0);
      }
      return true;
    });
    return lignes.tableau("XLSX", "Feuille « " + feuille.nom() + " »", rangees[0], feuille.nom(), remplies.stream()
        .map(PartiesDuClasseur.Feuille::nom).distinct().toList(),
        parties.dates().depuis1904());
  }

  private List<PartiesDuClasseur.Feuille> remplies(List<PartiesDuClasseur.Feuille> feuilles) {
    for (PartiesDuClasseur.Feuille feuille : feuilles) {
      List<List<String>> debut = new ArrayList<>();
      try {
        lireLaFeuille(feuille.partie(), (_, champs) -> {
          if (!champs.isEmpty()) {
            debut.add(champs);
          }
          return debut.size() < Titres.REGARDEES;
        });
      } catch (IOException | XMLStreamException | RefusMetier | BorneDepassee illisible) {
        // told when it is this sheet that is read
      }
      if (!debut.isEmpty()) {
        debuts.put(feuille, debut);
      }
    }
    return List.copyOf(debuts.keySet());
  }

  private PartiesDuClasseur.Feuille laMieuxNommee(List<PartiesDuClasseur.Feuille> feuilles) {
    PartiesDuClasseur.Feuille meilleure = feuilles.isEmpty() ? null : feuilles.getFirst();
    int leMieux = 1;
    for (PartiesDuClasseur.Feuille feuille : feuilles) {
      int nommes = debuts.getOrDefault(feuille, List.of()).stream().mapToInt(Titres::nommes).max().orElse(0);
      if (Titres.assez(nommes) && nommes > leMieux) {
        leMieux = nommes;
        meilleure = feuille;
      }
    }
    return meilleure;
  }

  private void lireLesTextes() throws IOException, XMLStreamException {
    try (PartiesDuClasseur.Partie partie = parties.ouvrir(parties.textes())) {
      XmlBorne xml = partie.xml();
      for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
        if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("si")) {
          if (textes.size() == bornes.tableur().textes()) {
            throw new BorneDepassee("il tient plus de " + BorneDepassee.nombre(bornes.tableur().textes()) + " textes différents");
          }
          String texte = texte(xml, "si");
          caracteres += texte.length();
          if (caracteres > bornes.tableur().caracteres()) {
            throw new BorneDepassee("ses cases tiennent ensemble plus de " + BorneDepassee.nombre(bornes.tableur().caracteres()) + " caractères");
          }
          textes.add(texte);
        }
      }
    }
  }

  /** Text of a tag with all it holds, but for phonetic help and formulas. */
  private String texte(XmlBorne xml, String fin) throws XMLStreamException {
    Texte texte = new Texte(bornes.tableur().cellule(), "une case");
    int ailleurs = 0;
    for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
      if (e == XMLStreamConstants.START_ELEMENT && (ailleurs > 0 || xml.nom().equals("rPh"))) {
        ailleurs++;
      } else if (e == XMLStreamConstants.END_ELEMENT) {
        if (ailleurs > 0) {
          ailleurs--;
        } else if (xml.nom().equals(fin)) {
          break;
        }
      } else if (ailleurs == 0 && (e == XMLStreamConstants.CHARACTERS || e == XMLStreamConstants.CDATA || e == XMLStreamConstants.SPACE)) {
        texte.ajouter(xml.texte());
      }
    }
    return texte.vide() ? "" : texte.lire();
  }

  /** Takes a row; false when no other is wanted. */
  @FunctionalInterface
  private interface Rangee {
    boolean prendre(int rang, List<String> champs);
  }

  private void lireLaFeuille(String nom, Rangee suite) throws IOException, XMLStreamException {
    int rangees = 0;
    int rang = 0;
    List<String> champs = new ArrayList<>();
    int prochaine = 0;
    try (PartiesDuClasseur.Partie partie = parties.ouvrir(nom)) {
      XmlBorne xml = partie.xml();
      for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
        if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("row")) {
          if (++rangees > bornes.tableur().rangees()) {
            throw new BorneDepassee("la feuille compte plus de " + BorneDepassee.nombre(bornes.tableur().rangees()) + " lignes");
          }
          // rows come in order; a number seen twice would be one row for two persons
          rang = Math.max(rang + 1, ReferenceDeCellule.rang(xml.attribut("r"), rang + 1));
          champs = new ArrayList<>();
          prochaine = 0;
        } else if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("c")) {
          String reference = xml.attribut("r");
          int colonne = ReferenceDeCellule.colonne(reference, prochaine);
          prochaine = colonne < Integer.MAX_VALUE ? colonne + 1 : colonne;
          placer(champs, colonne, valeur(xml), reference);
        } else if (e == XMLStreamConstants.END_ELEMENT && xml.nom().equals("row")) {
          if (!suite.prendre(rang, champs)) {
            return;
          }
          champs = new ArrayList<>();
        } else if (e == XMLStreamConstants.END_ELEMENT && xml.nom().equals("sheetData")) {
          return;
        }
      }
    }
  }

  /** A cell without value takes no room, wherever it says to be. */
  private void placer(List<String> champs, int colonne, String valeur, String reference) {
    if (valeur.isBlank()) {
      return;
    }
    if (colonne >= bornes.tableur().colonnes()) {
      throw Lignes.tropDeColonnes(bornes.tableur(), reference == null
          || reference.length() > 12 ? "vers la colonne " + (bornes.tableur().colonnes() + 1) : "case " + reference);
    }
    while (champs.size() <= colonne) {
      champs.add("");
    }
    champs.set(colonne, valeur);
  }

  private String valeur(XmlBorne xml) throws XMLStreamException {
    String type = xml.attribut("t");
    String style = xml.attribut("s");
    String valeur = "";
    for (int e = xml.suivant(); e != XMLStreamConstants.END_DOCUMENT; e = xml.suivant()) {
      if (e == XMLStreamConstants.START_ELEMENT && (xml.nom().equals("v") || xml.nom().equals("is"))) {
        valeur = texte(xml, xml.nom());
      } else if (e == XMLStreamConstants.END_ELEMENT && xml.nom().equals("c")) {
        break;
      }
    }
    return switch (type == null ? "n" : type) {
      case "s" -> ReferenceDeCellule.texte(textes, valeur);
      case "b" -> valeur.equals("1") ? "true" : valeur.isEmpty() ? "" : "false";
      case "e" -> "";
      case "n" -> parties.dates().valeur(ReferenceDeCellule.nombre(valeur), style);
      default -> valeur;
    };
  }
}
