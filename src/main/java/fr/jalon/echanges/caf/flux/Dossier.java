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
  private long caracteres;
  private String reference;
  private byte[] empreinte;
  /** The tag refused, or the block where one is missing, in a dossier kept after a reject; -1 when unknown. */
  private int refusee = -1;

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
    caracteres += texte.length();
  }

  String nom(int noeud) {
    return noms[noeud];
  }

  String texte(int noeud) {
    return textes[noeud];
  }

  /** Place of the first tag after this one and all that it holds. */
  int fin(int noeud) {
    return fins[noeud];
  }

  /** The same tags at the same places, of which one may be emptied: what was read of this one does not change. */
  Dossier copie() {
    Dossier copie = new Dossier();
    copie.noms = noms;
    copie.cles = cles;
    copie.textes = textes.clone();
    copie.lignes = lignes;
    copie.fins = fins;
    copie.nombre = nombre;
    return copie;
  }

  /** What it weighs in memory, in bytes, more or less: batches are made of it. */
  public long poids() {
    return nombre * 64L + caracteres * 2L;
  }

  void fermer(int noeud) {
    fins[noeud] = nombre;
  }

  void refuser(int noeud) {
    refusee = noeud;
  }

  /** @param date reference date of the file, as it writes it; {@code null} when it says none */
  void reference(String date) {
    reference = date;
  }

  /**
   * Fingerprint of everything but the events of the day: 16 bytes. Made when it is first asked for: the thread that reads the file is the one
   * everybody waits for.
   */
  public byte[] empreinte() {
    if (empreinte == null) {
      empreinte = EmpreinteDeDossier.de(this, reference);
    }
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

  /** The tag at a place given by {@link #feuilles}. */
  public Bloc bloc(int place) {
    return new Bloc(place);
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
        visite.voir(noms[i], textes[i], i);
      }
    }
  }

  /** A visit of a leaf. */
  @FunctionalInterface
  public interface Visite {
    /** @param place for {@link #bloc(int)} */
    void voir(String nom, String texte, int place);
  }

  int nombre() {
    return nombre;
  }

  int ligne(int noeud) {
    return lignes[noeud];
  }

  /** The tag marked when the dossier was kept, or the block where one is missing; -1 when unknown. */
  int refusee() {
    return refusee;
  }

  /** Puts another text in a tag, or none. */
  void remplacer(int noeud, String texte) {
    textes[noeud] = texte;
  }

  /** Adds a tag at the beginning of a block. @return its place */
  int ajouter(int parent, String balise) {
    int ligne = lignes[parent];
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

    /** For {@link Dossier#bloc(int)}. */
    int place() {
      return noeud;
    }

    /** Place of the first tag after this one and all that it holds. */
    int fin() {
      return fins[noeud];
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

  /**
   * The dossier as XML, so that a reject can be kept and read again.
   *
   * @param refuse the tag refused or the block where one is missing, marked so that the correction finds it; may be {@code null}
   */
  public String enXml(Bloc refuse) {
    StringBuilder xml = new StringBuilder();
    ecrire(0, refuse == null ? -1 : refuse.noeud, xml);
    return xml.toString();
  }

  private void ecrire(int noeud, int refuse, StringBuilder xml) {
    xml.append('<').append(noms[noeud]).append(" l=\"").append(lignes[noeud]).append(noeud == refuse ? "\" refus=\"1\">" : "\">");
    if (textes[noeud] != null) {
      xml.append(textes[noeud].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
    for (int i = noeud + 1; i < fins[noeud]; i = fins[i]) {
      ecrire(i, refuse, xml);
    }
    xml.append("</").append(noms[noeud]).append('>');
  }
}
