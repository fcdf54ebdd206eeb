package fr.jalon.echanges.tableur.application;

import fr.jalon.carnet.application.ReprendreDesEcrits;
import fr.jalon.carnet.application.ReprendreDesEcrits.Deja;
import fr.jalon.carnet.application.ReprendreDesEcrits.Repris;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.CleDeRecherche;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Entries of the notebook of another tool: many for one person, each once, under a theme the agent reads. */
@Component
class RepriseDuCarnet implements Repreneur<RepriseDuCarnet.EcritLu> {
  private static final String ECRIT = "ecrit";
  private final ReprendreDesEcrits reprendre;
  private final PersonnesRetrouvees personnes;
  private final ThemesDuCarnet themes;
  private final LecteursDuCarnet lecteurs;

  RepriseDuCarnet(ReprendreDesEcrits reprendre, PersonnesRetrouvees personnes, ThemesDuCarnet themes, LecteursDuCarnet lecteurs) {
    this.reprendre = reprendre;
    this.personnes = personnes;
    this.themes = themes;
    this.lecteurs = lecteurs;
  }

  /** An entry as a row states it; its text names who wrote it before. */
  record EcritLu(Theme theme, LocalDate le, String texte) {}

  @Override
  public GenreDeTableur genre() {
    return GenreDeTableur.CARNET;
  }

  @Override
  public EcritLu lire(Cases cases, LocalDate aujourdhui) {
    Theme theme = cases.champ(Champ.THEME, this::theme);
    cases.exiger(cases.texte(Champ.THEME) != null, Champ.THEME, "Il manque le thème : écrivez " + noms() + ".");
    LocalDate le = cases.jourPasse(Champ.ECRIT_LE, aujourdhui, "Ce jour n'est pas encore arrivé : un écrit parle d'un jour passé.");
    cases.exiger(cases.texte(Champ.ECRIT_LE) != null, Champ.ECRIT_LE, "Il manque le jour de cet écrit.");
    String texte = cases.texte(Champ.TEXTE);
    String auteur = cases.texte(Champ.AUTEUR);
    String entier = texte == null || auteur == null ? texte : texte + " (Écrit par " + auteur + " dans un autre outil.)";
    cases.exiger(texte != null, Champ.TEXTE, "Il manque le texte.");
    cases.exiger(entier == null || entier.length() <= NouvelEcrit.LONGUEUR, Champ.TEXTE,
        "Ce texte est trop long : %d caractères au plus, nom de l'auteur compris.".formatted(NouvelEcrit.LONGUEUR));
    return new EcritLu(theme, le, entier);
  }

  private Theme theme(String texte) {
    String cle = CleDeRecherche.de(texte);
    return themes.tous().stream().filter(t -> CleDeRecherche.de(t.libelle()).equals(cle) || CleDeRecherche.de(t.code()).equals(cle)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("« " + texte + " » n'est pas un thème du carnet : écrivez " + noms() + "."));
  }

  private String noms() {
    return themes.tous().stream().map(Theme::libelle).collect(Collectors.joining(", "));
  }

  @Override
  public void confronter(List<RangeeReprise<EcritLu>> rangees) {
    personnes.chercher(rangees);
    List<RangeeReprise<EcritLu>> trouvees = rangees.stream().filter(r -> r.personneId != null).toList();
    Set<Deja> deja = reprendre.deja(trouvees.stream().map(r -> r.personneId).distinct().toList());
    Set<String> miens = lecteurs.miens().stream().map(Theme::code).collect(Collectors.toSet());
    Map<Deja, Integer> vues = new HashMap<>();
    for (RangeeReprise<EcritLu> r : trouvees) {
      EcritLu e = r.chose;
      r.cases.exiger(miens.contains(e.theme().code()), Champ.THEME, "Vous ne lisez pas ce thème : demandez à qui le lit de reprendre cette ligne.");
      r.cases.exiger(r.naissance == null || !e.le().isBefore(r.naissance), Champ.ECRIT_LE, "Elle n'était pas née ce jour-là : vérifiez l'année.");
      Deja elle = new Deja(r.personneId, e.theme().code(), e.le(), e.texte());
      Integer autre = r.juste() ? vues.putIfAbsent(elle, r.ligne.rang()) : null;
      if (autre != null) {
        r.dejaLa = "Cet écrit est déjà à la ligne " + autre + ".";
      } else if (deja.contains(elle)) {
        r.dejaLa = "Cet écrit du " + Francais.date(e.le()) + " est déjà dans son carnet.";
      }
    }
  }

  @Override
  public void ecrire(Tableur t, List<RangeeReprise<EcritLu>> rangees) {
    List<Long> ids = reprendre.reprendre(rangees.stream().map(r -> new Repris(r.personneId, r.chose.theme(), r.chose.le(), r.chose.texte())).toList(),
        t.fichier());
    for (int i = 0; i < ids.size(); i++) {
      rangees.get(i).cree = Map.of(ECRIT, ids.get(i));
    }
  }

  @Override
  public Map<Integer, String> defaire(Collection<Ecrite> ecrites) {
    Set<Long> restent = reprendre.defaire(ecrites.stream().map(e -> e.cree().get(ECRIT)).toList());
    return ecrites.stream().filter(e -> restent.contains(e.cree().get(ECRIT)))
        .collect(Collectors.toMap(Ecrite::rang, _ -> "un collègue y a répondu, l'a corrigé ou y a joint un document depuis"));
  }
}
