package fr.jalon.sorties.web;

import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.ecran.Francais;
import fr.jalon.sorties.lecture.ListeDesRappels;
import fr.jalon.sorties.lecture.ListeDesSorties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps of exits and calls, for many persons in two queries. */
@Component
class PasDesSorties {
  private final ListeDesSorties sorties;
  private final ListeDesRappels rappels;

  PasDesSorties(ListeDesSorties sorties, ListeDesRappels rappels) {
    this.sorties = sorties;
    this.rappels = rappels;
  }

  /** By person. @param peut true when this agent may do them */
  Map<Long, List<PasDuDossier>> de(Collection<Long> personnes, boolean peut) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    sorties.aCompleter(personnes).forEach((personne, lignes) -> lignes.stream().findFirst().ifPresent(l -> pas.computeIfAbsent(personne,
        _ -> new ArrayList<>()).add(pas("SORTIE_A_COMPLETER", l.limite(), "Dire pourquoi elle sort, avant le " + Francais.longue(l.limite()),
            l.fermeeLe() == null ? "Le fichier ne la dit plus soumise aux droits et devoirs depuis le " + Francais.longue(l.le())
                : "Le fichier dit son droit fermé depuis le " + Francais.longue(l.fermeeLe())).avec(peut, "Compléter", "/sorties/personnes/"
                    + personne))));
    rappels.dus(personnes).forEach((personne, lignes) -> lignes.stream().findFirst().ifPresent(l -> pas.computeIfAbsent(personne,
        _ -> new ArrayList<>())
        .add(pas("RAPPEL_DE_SORTIE", l.limite(), "L'appeler, " + l.quand() + " après sa sortie, avant le " + Francais.longue(l.limite()),
            l.raison().libelle() + " depuis le " + Francais.longue(l.sortieLe()) + " : y est-elle toujours ?")
                .avec(peut, "Noter l'appel", "/sorties/personnes/" + personne))));
    return pas;
  }

  private static PasDuDossier pas(String genre, java.time.LocalDate limite, String quoi, String pourquoi) {
    return PasDuDossier.aFaire(genre, Rang.PLAN, PartieDuDossier.PARCOURS, limite, quoi, pourquoi);
  }
}
