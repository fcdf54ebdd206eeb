package fr.jalon.echanges.reprise.application;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.reprise.application.Reprise.Chose;
import fr.jalon.echanges.reprise.application.Reprise.Cree;
import fr.jalon.echanges.reprise.domaine.ChampDeStructure;
import fr.jalon.echanges.reprise.domaine.EtatReprise;
import fr.jalon.echanges.reprise.domaine.LectureDesStructures;
import fr.jalon.echanges.reprise.domaine.LigneDeStructures;
import fr.jalon.echanges.reprise.domaine.StructuresConnues;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.lecture.LectureDeFichier;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Poste;
import fr.jalon.structures.RetirerDesStructures;
import fr.jalon.structures.SaisieDeReferent;
import fr.jalon.structures.Structures;
import fr.jalon.structures.TenirLesSites;
import fr.jalon.structures.TenirLesStructures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drops, shows, records and undoes a spreadsheet of organisations, sites and référents. It creates what is not known, and changes nothing that is.
 */
@Service
public class ReprendreDesStructures {
  /** Largest file taken, in bytes. */
  public static final long TAILLE_MAXIMALE = 10L << 20;
  private static final int LIGNES_MAXIMALES = 5_000;
  private final Reprises reprises;
  private final Structures structures;
  private final TenirLesStructures tenir;
  private final TenirLesSites tenirLesSites;
  private final RetirerDesStructures retirer;
  private final Bornes bornes;

  ReprendreDesStructures(Reprises reprises, Structures structures, TenirLesStructures tenir, TenirLesSites tenirLesSites,
      RetirerDesStructures retirer, Bornes bornes) {
    this.reprises = reprises;
    this.structures = structures;
    this.tenir = tenir;
    this.tenirLesSites = tenirLesSites;
    this.retirer = retirer;
    this.bornes = bornes;
  }

  /** Reads and keeps a spreadsheet; its columns are matched as its headers say. @return its number @throws RefusMetier when it cannot be read */
  public long deposer(String fichier, byte[] octets) {
    Tableau tableau = LectureDeFichier.lire(octets, bornes);
    if (tableau.rangees().size() > LIGNES_MAXIMALES) {
      throw new RefusMetier("TROP_DE_LIGNES",
          "Ce tableur dépasse 5 000 lignes : ce n'est pas une liste d'organisations et de référents. Pour des personnes, passez par Imports, Tableur.");
    }
    return reprises.creer(fichier == null || fichier.isBlank() ? "tableur" : fichier.strip(), tableau);
  }

  /**
   * Matches the columns.
   *
   * @param champs field of each column, in the order of the headers; {@code null} leaves a column aside
   * @throws RefusMetier when the organisation has no column, or a field has two
   */
  public void associer(Reprise r, List<ChampDeStructure> champs) {
    Map<ChampDeStructure, Integer> colonnes = new EnumMap<>(ChampDeStructure.class);
    for (int i = 0; i < Math.min(champs.size(), r.entetes().size()); i++) {
      if (champs.get(i) != null && colonnes.putIfAbsent(champs.get(i), i) != null) {
        throw new RefusMetier("DEUX_COLONNES", "Deux colonnes donnent « " + champs.get(i).libelle() + " » : gardez-en une.");
      }
    }
    if (!colonnes.containsKey(ChampDeStructure.ORGANISATION)) {
      throw new RefusMetier("COLONNE_MANQUANTE", "Il manque la colonne « Organisation » : dites quelle colonne la donne.");
    }
    if (!reprises.associer(r.id(), colonnes)) {
      throw dejaFaite();
    }
  }

  /** What each row will give, from what is there now. */
  @Transactional(readOnly = true)
  public List<LigneDeStructures> lignes(Reprise r) {
    return lecture(r).lire(r.rangees());
  }

  /** Records the rows that are right; those refused give nothing. All or nothing. @return what was created */
  @Transactional
  public Cree enregistrer(long id) {
    Reprise r = reprises.pourChanger(id).filter(x -> x.etat() == EtatReprise.A_CONFIRMER).orElseThrow(ReprendreDesStructures::dejaFaite);
    Cree cree = new Cree(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, Integer> organisations = new HashMap<>();
    Map<String, Integer> sites = new HashMap<>();
    structures.organisations().forEach(o -> organisations.put(CleDeRecherche.de(o.nom()), o.id()));
    structures.sites().forEach(s -> sites.put(s.organisationId() + "|" + CleDeRecherche.de(s.nom()), s.id()));
    for (LigneDeStructures ligne : lecture(r).lire(r.rangees())) {
      if (!ligne.refusee() && !ligne.dejaLa()) {
        ecrire(ligne, organisations, sites, cree);
      }
    }
    if (cree.nombre() == 0) {
      throw new RefusMetier("RIEN_A_CREER", "Aucune ligne de ce fichier ne crée quelque chose : tout est déjà là, ou refusé.");
    }
    reprises.enregistree(id, cree);
    return cree;
  }

  private void ecrire(LigneDeStructures ligne, Map<String, Integer> organisations, Map<String, Integer> sites, Cree cree) {
    var o = ligne.organisation();
    if (o.nouvelle()) {
      int id = tenir.organisation(null, o.nom(), o.nature(), o.cadre(), o.commune(), o.territoires(), o.parcours(), true);
      organisations.put(CleDeRecherche.de(o.nom()), id);
      cree.organisations().add(new Chose(id, o.nom()));
    }
    int organisation = organisations.get(CleDeRecherche.de(o.nom()));
    Integer site = null;
    if (ligne.site() != null) {
      var s = ligne.site();
      site = sites.get(organisation + "|" + CleDeRecherche.de(s.nom()));
      if (site == null) {
        site = tenirLesSites.site(null, organisation, s.nom(), s.adresse(), s.commune(), true);
        sites.put(organisation + "|" + CleDeRecherche.de(s.nom()), site);
        cree.sites().add(new Chose(site, s.nom()));
      }
    }
    SaisieDeReferent r = ligne.referent();
    if (r != null) {
      Poste poste = new Poste(site, null, r.poste().fonction(), r.poste().debut(), r.poste().fin());
      int id = tenir.referent(new SaisieDeReferent(null, organisation, r.nom(), r.courriel(), r.etp(), r.intensif(), true, null, r.publics(),
          r.reserve(), r.communes(), poste));
      cree.referents().add(new Chose(id, r.nom()));
    }
  }

  /** Takes away what a spreadsheet created and that nothing uses yet. @return what had already served, which stays, in words */
  @Transactional
  public List<String> defaire(long id) {
    Reprise r = reprises.pourChanger(id).filter(x -> x.etat() == EtatReprise.ENREGISTREE).orElseThrow(ReprendreDesStructures::dejaFaite);
    List<String> reste = new ArrayList<>();
    retirer(r.cree().referents(), retirer::referent, reste);
    retirer(r.cree().sites(), retirer::site, reste);
    retirer(r.cree().organisations(), retirer::organisation, reste);
    reprises.defaite(id, reste);
    return reste;
  }

  private static void retirer(List<Chose> choses, BiPredicate<Integer, String> retirer, List<String> reste) {
    choses.reversed().stream().filter(c -> !retirer.test(c.id(), c.nom())).map(Chose::nom).forEach(reste::add);
  }

  private LectureDesStructures lecture(Reprise r) {
    return new LectureDesStructures(r.colonnes(),
        new StructuresConnues(structures.organisations(), structures.sites(), structures.referents(), structures.territoires(),
        structures.communes()));
  }

  private static RefusMetier dejaFaite() {
    return new RefusMetier("DEJA_FAITE", "Ce fichier n'est plus dans cet état : quelqu'un l'a déjà enregistré, défait ou effacé. Rechargez la page.");
  }
}
