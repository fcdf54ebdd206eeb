package fr.jalon.personnages;

import java.util.ArrayList;
import java.util.List;

/** A tag of a CAF or MSA file, with its text or what it holds. Mutable, so that a test can spoil it. */
public final class Balise {
  private final String nom;
  private String texte;
  private final List<Balise> contenu = new ArrayList<>();

  private Balise(String nom) {
    this.nom = nom;
  }

  /** A tag that holds other tags; those that are {@code null} are left out. */
  public static Balise bloc(String nom, Balise... contenu) {
    Balise balise = new Balise(nom);
    for (Balise b : contenu) {
      if (b != null) {
        balise.contenu.add(b);
      }
    }
    return balise;
  }

  /** A tag with a text; {@code null} when there is none to write. */
  public static Balise feuille(String nom, Object texte) {
    if (texte == null) {
      return null;
    }
    Balise balise = new Balise(nom);
    balise.texte = texte.toString();
    return balise;
  }

  public String nom() {
    return nom;
  }

  /** Adds tags at the end. */
  public Balise ajouter(Balise... balises) {
    contenu.addAll(List.of(balises));
    return this;
  }

  /** First tag of this name below, at any depth. */
  public Balise un(String cherchee) {
    for (Balise b : contenu) {
      Balise trouvee = b.nom.equals(cherchee) ? b : b.un(cherchee);
      if (trouvee != null) {
        return trouvee;
      }
    }
    return null;
  }

  /** The tags of this name directly in this one, in order. */
  public List<Balise> tous(String cherchee) {
    return contenu.stream().filter(b -> b.nom.equals(cherchee)).toList();
  }

  /** Gives a text to the first tag of this name below; adds it to this tag when there is none. */
  public Balise mettre(String cherchee, String valeur) {
    Balise b = un(cherchee);
    if (b == null) {
      b = new Balise(cherchee);
      contenu.add(b);
    }
    b.contenu.clear();
    b.texte = valeur;
    return this;
  }

  /** Takes out every tag of this name below. */
  public Balise oter(String cherchee) {
    contenu.removeIf(b -> b.nom.equals(cherchee));
    contenu.forEach(b -> b.oter(cherchee));
    return this;
  }

  /** Every tag below that holds a text. */
  public List<Balise> feuilles() {
    List<Balise> feuilles = new ArrayList<>();
    for (Balise b : contenu) {
      if (b.texte != null) {
        feuilles.add(b);
      }
      feuilles.addAll(b.feuilles());
    }
    return feuilles;
  }

  /** Gives a text to this tag. */
  public void texte(String valeur) {
    texte = valeur;
  }

  /** @param brut true to write texts as they are given, with the markup they may hold */
  void ecrire(StringBuilder xml, String retrait, String saut, boolean brut) {
    xml.append(retrait).append('<').append(nom).append('>');
    if (texte != null) {
      xml.append(brut ? texte : texte.replace("&", "&amp;").replace("<", "&lt;"));
    }
    if (!contenu.isEmpty()) {
      xml.append(saut);
      contenu.forEach(b -> b.ecrire(xml, saut.isEmpty() ? "" : retrait + "  ", saut, brut));
      xml.append(retrait);
    }
    xml.append("</").append(nom).append('>').append(saut);
  }
}
