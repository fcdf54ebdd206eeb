package fr.jalon.echanges.tableur.web;

import fr.jalon.ecran.CaseDExport;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.tableur.application.LigneGardee;
import fr.jalon.echanges.tableur.application.Tableur;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureDeLigne;
import fr.jalon.echanges.tableur.domaine.StatutLigne;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rows of a spreadsheet as shown: before it is recorded, what each will be; after, what each gave.
 *
 * @param justes   rows that can be recorded
 * @param comptes  rows by status
 * @param doublons possible duplicates found
 * @param statut   rows shown, {@code null} for all
 * @param dejaLa   rows that say what is known already, before it is recorded
 */
public record PageDeTableur(Tableur tableur, List<Ligne> lignes, Map<StatutLigne, Integer> comptes, int justes, int doublons,
    StatutLigne statut, Pagination pages, int dejaLa) {
  /** What the preview and the results show, in this order. */
  private static final List<Champ> MONTRES = List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NUMERO_DEMANDE, Champ.MATRICULE,
      Champ.OUVERTURE_DROIT, Champ.COURRIEL,
      Champ.TELEPHONE, Champ.TELEPHONE_2, Champ.COMMUNE, Champ.ORGANISATION, Champ.REFERENT);
  /** Few enough for the result of each row to stay in sight. */
  private static final Map<GenreDeTableur, List<Champ>> REPRIS = Map.of(
      GenreDeTableur.CONTACTS, List.of(Champ.NOM, Champ.PRENOM, Champ.CONTACT_LE, Champ.CONTACT_GENRE, Champ.PRESENCE),
      GenreDeTableur.FREINS, List.of(Champ.NOM, Champ.PRENOM, Champ.THEME, Champ.NIVEAU, Champ.OUVERT_LE, Champ.LEVE_LE),
      GenreDeTableur.CARNET, List.of(Champ.NOM, Champ.PRENOM, Champ.THEME, Champ.ECRIT_LE, Champ.TEXTE),
      GenreDeTableur.SORTIES, List.of(Champ.NOM, Champ.PRENOM, Champ.SORTIE_RAISON, Champ.SORTIE_LE, Champ.CONTRAT),
      GenreDeTableur.CONTRATS, List.of(Champ.NOM, Champ.PRENOM, Champ.CONTRAT_DEPUIS, Champ.CONTRAT_FIN, Champ.CONTRAT_SIGNE_LE, Champ.OBJECTIFS),
      GenreDeTableur.HORS_RSA, List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.PUBLIC, Champ.DEPUIS));
  private static final List<Champ> IDENTIFIANTS = List.of(Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.NIR, Champ.ROLE,
      Champ.NUMERO_DEMANDE, Champ.MATRICULE);

  /** A row, with what is wrong in it. @param dejaLa why nothing of it would be written, or {@code null} */
  public record Ligne(LigneGardee gardee, Tableur tableur, List<LectureDeLigne.Erreur> erreurs, String dejaLa) {
    /** One that says something new. */
    public Ligne(LigneGardee gardee, Tableur tableur, List<LectureDeLigne.Erreur> erreurs) {
      this(gardee, tableur, erreurs, null);
    }

    /** Value of a field as written, days as jj/mm/aaaa; a NIR is never shown, whatever its column. */
    public String valeur(Champ champ) {
      return champ == Champ.NIR ? "" : CaseDExport.sansNir(LectureDeLigne.lisible(champ, tableur.correspondance().valeur(champ, gardee.valeurs()),
          tableur.calendrier1904()));
    }

    /** True when the field is wrong. */
    public boolean fausse(Champ champ) {
      return erreurs.stream().anyMatch(e -> e.champ() == champ);
    }

    /** Everything wrong, in sentences. */
    public List<String> phrases() {
      return (erreurs.isEmpty() ? Stream.ofNullable(gardee.phrase()) : erreurs.stream().map(LectureDeLigne.Erreur::phrase))
          .map(CaseDExport::sansNir).toList();
    }

    /** Fields to correct: the wrong ones, all when the row is shifted, else those that identify the person. */
    public List<Champ> aCorriger() {
      boolean toute = erreurs.stream().anyMatch(e -> e.champ() == null);
      // whom nobody recognises may be written wrong anywhere
      boolean inconnue = tableur.genre().repris() && erreurs.stream().anyMatch(e -> IDENTIFIANTS.contains(e.champ()));
      List<Champ> champs = inconnue ? Stream.concat(IDENTIFIANTS.stream(), erreurs.stream().map(LectureDeLigne.Erreur::champ))
          .filter(Objects::nonNull).distinct().toList()
          : toute ? tableur.genre().champs() : erreurs.stream().map(LectureDeLigne.Erreur::champ).distinct().toList();
      return (champs.isEmpty() ? IDENTIFIANTS : champs).stream().filter(tableur.correspondance().colonnes()::containsKey).toList();
    }

    /** True when it may still be corrected. */
    public boolean corrigeable() {
      return gardee.statut() == StatutLigne.ERREUR || gardee.statut() == StatutLigne.A_FAIRE && !erreurs.isEmpty();
    }

    /** First name and name, for labels. */
    public String nom() {
      return (valeur(Champ.PRENOM) + " " + valeur(Champ.NOM)).strip();
    }
  }

  /** Fields shown: those a column gives. */
  public List<Champ> champs() {
    return REPRIS.getOrDefault(tableur.genre(), MONTRES).stream().filter(tableur.correspondance().colonnes()::containsKey).toList();
  }

  /** Rows that wait for a correction, before it is recorded. */
  public int aCorriger() {
    return total() - justes - dejaLa;
  }

  /** Rows of all statuses: those of the file, always. */
  public int total() {
    return comptes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of rows of a status. */
  public int compte(StatutLigne s) {
    return comptes.getOrDefault(s, 0);
  }
}
