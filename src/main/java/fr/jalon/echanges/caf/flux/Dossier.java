package fr.jalon.echanges.caf.flux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One dossier of a file as it stands: its tags in order, with text, depth and line. Made to be built fast and thrown away: most
 * dossiers of a monthly file have not changed and only their fingerprint is looked at.
 */
public final class Dossier {
  private String[] noms = new String[160];
  /** Hash of each name: a tag is looked for a hundred times a dossier, and two numbers are compared faster than two words. */
  private int[] cles = new int[160];
  private String[] textes = new String[160];
  private int[] lignes = new int[160];
  private int[] fins = new int[160];
  private int nombre;
  private byte[] empreinte;

  int ouvrir(String nom, int ligne) {
    if (nombre == noms.length) {
      int taille = nombre * 2;
      noms = Arrays.copyOf(noms, taille);
      cles = Arrays.copyOf(cles, taille);
      textes = Arrays.copyOf(textes, taille);
      lignes = Arrays.copyOf(lignes, taille);
      fins = Arrays.copyOf(fins, taille);
    }
    noms[nombre] = nom;
    cles[nombre] = nom.hashCode();
    lignes[nombre] = ligne;
    return nombre++;
  }

  void texte(int noeud, String texte) {
    textes[noeud] = texte;
  }

  void fermer(int noeud) {
    fins[noeud] = nombre;
  }

  void empreinte(byte[] valeur) {
    empreinte = valeur;
  }

  /** Fingerprint of everything but the events of the day: 16 bytes. */
  public byte[] empreinte() {
    return empreinte;
  }

  /** Line where it starts. */
  public int ligne() {
    return lignes[0];
  }

  /** The whole dossier. */
  public Bloc racine() {
    return new Bloc(0);
  }

  /** Number of blocks of a name, anywhere. */
  public int compter(String nom) {
    int n = 0;
    for (int i = chercher(nom, 0, nombre); i >= 0; i = chercher(nom, i + 1, nombre)) {
      n++;
    }
    return n;
  }

  /** First tag of this name between two places (the second excluded), -1 when there is none. */
  private int chercher(String nom, int debut, int fin) {
    int cle = nom.hashCode();
    for (int i = debut; i < fin; i++) {
      if (cles[i] == cle && noms[i].equals(nom)) {
        return i;
      }
    }
    return -1;
  }

  /** Visits each tag that holds a text. */
  public void feuilles(Visite visite) {
    for (int i = 0; i < nombre; i++) {
      if (textes[i] != null) {
        visite.voir(noms[i], textes[i], lignes[i]);
      }
    }
  }

  /** A visit of a leaf. */
  @FunctionalInterface
  public interface Visite {
    void voir(String nom, String texte, int ligne);
  }

  /**
   * Puts another text in a tag: how an agent corrects a reject. A tag that is missing is added to the block that starts at the line.
   *
   * @param ancienne value refused: tells apart tags of the same name on the same line; {@code null} when unknown or missing
   * @return false when the line holds neither the tag nor a block
   */
  boolean corriger(int ligne, String balise, String ancienne, String texte) {
    String net = texte == null || texte.isBlank() ? null : texte.strip();
    int noeud = trouver(ligne, balise, ancienne);
    if (noeud < 0 && ancienne != null) {
      noeud = trouver(ligne, balise, null);
    }
    if (noeud < 0) {
      noeud = ajouter(ligne, balise);
    }
    if (noeud < 0) {
      return false;
    }
    textes[noeud] = net;
    return true;
  }

  private int trouver(int ligne, String balise, String valeur) {
    for (int i = 0; i < nombre; i++) {
      if (lignes[i] == ligne && noms[i].equals(balise) && fins[i] == i + 1 && (valeur == null || valeur.equals(textes[i]))) {
        return i;
      }
    }
    return -1;
  }

  private int ajouter(int ligne, String balise) {
    int parent = 0;
    while (parent < nombre && (lignes[parent] != ligne || fins[parent] == parent + 1 && textes[parent] != null)) {
      parent++;
    }
    if (parent == nombre) {
      return -1;
    }
    int place = parent + 1;
    int dernier = ouvrir(balise, ligne);
    System.arraycopy(noms, place, noms, place + 1, dernier - place);
    System.arraycopy(cles, place, cles, place + 1, dernier - place);
    System.arraycopy(textes, place, textes, place + 1, dernier - place);
    System.arraycopy(lignes, place, lignes, place + 1, dernier - place);
    System.arraycopy(fins, place, fins, place + 1, dernier - place);
    noms[place] = balise;
    cles[place] = balise.hashCode();
    textes[place] = null;
    lignes[place] = ligne;
    for (int i = 0; i < nombre; i++) {
      if (i <= parent ? fins[i] >= place : i > place) {
        fins[i]++;
      }
    }
    fins[place] = place + 1;
    return place;
  }

  /** A block of the dossier. */
  public final class Bloc {
    private final int noeud;

    private Bloc(int noeud) {
      this.noeud = noeud;
    }

    public String nom() {
      return noms[noeud];
    }

    public int ligne() {
      return lignes[noeud];
    }

    /** First block or leaf of this name below, at any depth; null when there is none. */
    public Bloc un(String nom) {
      int trouve = chercher(nom, noeud + 1, fins[noeud]);
      return trouve < 0 ? null : new Bloc(trouve);
    }

    /** First block below whose name is one of those. */
    public Bloc premier(String... possibles) {
      for (String nom : possibles) {
        Bloc bloc = un(nom);
        if (bloc != null) {
          return bloc;
        }
      }
      return null;
    }

    /** All blocks of this name below, at any depth. */
    public List<Bloc> tous(String nom) {
      int trouve = chercher(nom, noeud + 1, fins[noeud]);
      if (trouve < 0) {
        return List.of();
      }
      List<Bloc> blocs = new ArrayList<>();
      for (; trouve >= 0; trouve = chercher(nom, trouve + 1, fins[noeud])) {
        blocs.add(new Bloc(trouve));
      }
      return blocs;
    }

    /** Direct children. */
    public List<Bloc> enfants() {
      List<Bloc> blocs = new ArrayList<>();
      for (int i = noeud + 1; i < fins[noeud]; i = fins[i]) {
        blocs.add(new Bloc(i));
      }
      return blocs;
    }

    /** Text of this leaf, or null. */
    public String texte() {
      return textes[noeud];
    }

    /** Text of the first leaf of this name below, or null. */
    public String texte(String nom) {
      int trouve = chercher(nom, noeud + 1, fins[noeud]);
      return trouve < 0 ? null : textes[trouve];
    }
  }

  /** The dossier as XML, so that a reject can be kept and read again. */
  public String enXml() {
    StringBuilder xml = new StringBuilder();
    ecrire(0, xml);
    return xml.toString();
  }

  private void ecrire(int noeud, StringBuilder xml) {
    xml.append('<').append(noms[noeud]).append(" l=\"").append(lignes[noeud]).append("\">");
    if (textes[noeud] != null) {
      xml.append(textes[noeud].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
    for (int i = noeud + 1; i < fins[noeud]; i = fins[i]) {
      ecrire(i, xml);
    }
    xml.append("</").append(noms[noeud]).append('>');
  }
}
