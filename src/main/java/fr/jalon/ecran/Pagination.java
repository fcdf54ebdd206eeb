package fr.jalon.ecran;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages of a list.
 *
 * @param total   rows of the whole list
 * @param page    page shown, from 1
 * @param taille  rows of a page
 * @param adresse address of the list, filters included
 */
public record Pagination(long total, int page, int taille, AdresseDePage adresse) {
  /** Rows of a page of every list. */
  public static final int TAILLE = 50;

  /** A link to a page; number 0 is a gap. */
  public record Lien(int numero, String adresse, boolean courante) {}

  /** Number of pages, at least 1. */
  public int nombre() {
    return (int) Math.max(1, (total + taille - 1) / taille);
  }

  /** Address of the page before, or {@code null}. */
  public String precedente() {
    return page <= 1 ? null : vers(page - 1);
  }

  /** Address of the page after, or {@code null}. */
  public String suivante() {
    return page >= nombre() ? null : vers(page + 1);
  }

  /** Rank of the first row shown, from 1; 0 when there is none. */
  public long premiere() {
    return total == 0 ? 0 : (long) (page - 1) * taille + 1;
  }

  /** Rank of the last row shown. */
  public long derniere() {
    return Math.min(total, (long) page * taille);
  }

  /** First, last and those around the page shown. */
  public List<Lien> liens() {
    List<Lien> liens = new ArrayList<>();
    int dernier = 0;
    for (int n = 1; n <= nombre(); n++) {
      if (n == 1 || n == nombre() || Math.abs(n - page) <= 1) {
        if (n > dernier + 1) {
          liens.add(new Lien(0, "", false));
        }
        liens.add(new Lien(n, vers(n), n == page));
        dernier = n;
      }
    }
    return liens;
  }

  private String vers(int numero) {
    return adresse.avec("page", numero == 1 ? "" : String.valueOf(numero)).toString();
  }
}
