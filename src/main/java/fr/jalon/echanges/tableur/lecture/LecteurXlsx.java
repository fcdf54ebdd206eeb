package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.Texte;
import fr.jalon.echanges.bornes.XmlBorne;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the first sheet of a workbook that holds something. Formulas are not read, only the value the spreadsheet kept. The library that reads
 * workbooks gives no bound: it makes room up to the column a cell names, and writes shared formulas again for each cell (decision 0010).
 */
final class LecteurXlsx {
  private final Bornes bornes;
  private final PartiesDuClasseur parties;
  private final List<String> textes = new ArrayList<>();
  private long caracteres;

  private LecteurXlsx(PartiesDuClasseur parties, Bornes bornes) {
    this.parties = parties;
    this.bornes = bornes;
  }

  static Tableau lire(byte[] octets, Bornes bornes) {
    try (PartiesDuClasseur parties = PartiesDuClasseur.ouvrir(octets, bornes)) {
      return new LecteurXlsx(parties, bornes).lire();
    } catch (RefusMetier | BorneDepassee e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new RefusMetier("XLSX_ILLISIBLE", "Ce classeur ne peut pas être lu. Ouvrez-le dans votre tableur, enregistrez-le de nouveau au format .xlsx, puis déposez-le.");
    }
  }

  private Tableau lire() throws IOException, XMLStreamException {
    List<PartiesDuClasseur.Feuille> feuilles = parties.feuilles();
    if (parties.textes() != null) {
      lireLesTextes();
    }
    for (PartiesDuClasseur.Feuille feuille : feuilles.subList(0, Math.min(feuilles.size(), bornes.tableur().feuilles()))) {
      Lignes lignes = new Lignes(bornes.tableur());
      lireLaFeuille(feuille.partie(), lignes);
      if (lignes.commence()) {
        return lignes.tableau("XLSX", "Feuille « " + feuille.nom() + " »");
      }
    }
    throw Lignes.sansLigne();
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

  private void lireLaFeuille(String nom, Lignes lignes) throws IOException, XMLStreamException {
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
          rang = ReferenceDeCellule.rang(xml.attribut("r"), rang + 1);
          champs = new ArrayList<>();
          prochaine = 0;
        } else if (e == XMLStreamConstants.START_ELEMENT && xml.nom().equals("c")) {
          String reference = xml.attribut("r");
          int colonne = ReferenceDeCellule.colonne(reference, prochaine);
          prochaine = colonne < Integer.MAX_VALUE ? colonne + 1 : colonne;
          placer(champs, colonne, valeur(xml), reference);
        } else if (e == XMLStreamConstants.END_ELEMENT && xml.nom().equals("row")) {
          lignes.ajouter(rang, champs);
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
      throw Lignes.tropDeColonnes(bornes.tableur(), reference == null || reference.length() > 12 ? "vers la colonne " + (bornes.tableur().colonnes() + 1) : "case " + reference);
    }
    while (champs.size() <= colonne) {
      champs.add("");
    }
    champs.set(colonne, valeur);
  }

  private String valeur(XmlBorne xml) throws XMLStreamException {
    String type = xml.attribut("t");
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
      case "n" -> ReferenceDeCellule.nombre(valeur);
      default -> valeur;
    };
  }
}
