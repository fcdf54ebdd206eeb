package fr.jalon.echanges.acces.web;

import fr.jalon.habilitations.ClientApi;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Territoire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list of the applications. */
public record PageDesApplications(List<Ligne> lignes, String racine) {
  /** One application and whom it sees, in words. */
  public record Ligne(ClientApi client, String perimetre) {}

  static PageDesApplications de(List<ClientApi> clients, List<Territoire> territoires, List<Organisation> organisations, String racine) {
    Map<Integer, String> nomsT = territoires.stream().collect(Collectors.toMap(Territoire::id, Territoire::nom));
    Map<Integer, String> nomsO = organisations.stream().collect(Collectors.toMap(Organisation::id, Organisation::nom));
    Function<ClientApi, String> perimetre = c -> {
      List<String> noms = new ArrayList<>();
      c.territoires().forEach(t -> noms.add(nomsT.getOrDefault(t, "territoire " + t)));
      c.organisations().forEach(o -> noms.add(nomsO.getOrDefault(o, "organisation " + o)));
      return c.partout() ? "Tout le Département" : String.join(", ", noms);
    };
    return new PageDesApplications(clients.stream().map(c -> new Ligne(c, perimetre.apply(c))).toList(), racine);
  }
}
