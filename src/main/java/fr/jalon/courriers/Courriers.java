package fr.jalon.courriers;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door of the letters. Every command joins the transaction of its caller and writes many messages at once. */
@Service
public class Courriers {

  /** Writes messages, to be printed or sent. @return ids, one per message written */
  public List<Long> ecrire(List<Demande> demandes) {
    return List.of();
  }

  /** Gives up messages about these objects that have not left yet: the act they tell is undone. @return how many */
  public int abandonner(String modele, Collection<Long> objets) {
    return 0;
  }
}
