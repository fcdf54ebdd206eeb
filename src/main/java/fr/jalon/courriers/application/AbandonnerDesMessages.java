package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives up messages that have not left. A letter that is in a batch leaves it: the batch must be printed again without it. */
@Service
public class AbandonnerDesMessages {
  private final RegistreDesMessages registre;
  private final Journal journal;

  AbandonnerDesMessages(RegistreDesMessages registre, Journal journal) {
    this.registre = registre;
    this.journal = journal;
  }

  /** Those about these objects: what they tell is no longer so. @param motif why; @return how many */
  @Transactional
  public int dObjets(String modele, Collection<Long> objets, String motif) {
    return registre.passer("m.modele = :modele and m.objet_id = any(:objets::bigint[]) and m.etat <> 'NON_DISTRIBUE' and (m.canal = 'LETTRE' "
        + "or m.etat <> 'EN_COURS')",
        Map.of("modele", modele, "objets", objets.stream().mapToLong(Long::longValue).toArray()), EtatMessage.ABANDONNE, "", motif)
            .size();
  }

  /**
   * One message.
   *
   * @param raison why, not empty
   * @throws RefusMetier when it has left already
   */
  @Transactional
  public void un(long id, String raison) {
    if (raison == null || raison.isBlank()) {
      throw new RefusMetier("RAISON_ABSENTE", "Dites pourquoi ce courrier ne partira pas, en quelques mots.");
    }
    List<RegistreDesMessages.Passe> passes = registre.passer("m.id = :id", Map.of("id", id), EtatMessage.ABANDONNE, "", raison.strip());
    if (passes.isEmpty()) {
      throw new RefusMetier("DEJA_PARTI", "Ce courrier est déjà parti, ou quelqu'un vient d'y renoncer. Rechargez la page.");
    }
    journal.tracer("COURRIER_ABANDONNE", passes.getFirst().personneId(), null, "Courrier abandonné : " + raison.strip());
  }
}
