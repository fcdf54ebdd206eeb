package fr.jalon.habilitations.porte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

class MessagesGardesTest {
  private final MessagesGardes messages = new MessagesGardes();
  private final MockHttpServletRequest demande = new MockHttpServletRequest("GET", "/dossier/12");

  @Test
  void mille_actes_dont_personne_ne_demande_la_page_laissent_les_derniers_messages_et_le_dernier_se_lit() {
    for (int i = 0; i < 1000; i++) {
      FlashMap message = new FlashMap();
      message.put("message", "acte " + i);
      message.setTargetRequestPath("/dossier/" + i);
      messages.saveOutputFlashMap(message, demande, new MockHttpServletResponse());
    }
    assertThat((List<?>) demande.getSession().getAttribute(MessagesGardes.class.getSuperclass().getName() + ".FLASH_MAPS"))
        .hasSize(MessagesGardes.AU_PLUS);
    demande.setRequestURI("/dossier/999");
    Map<String, ?> lu = messages.retrieveAndUpdate(demande, new MockHttpServletResponse());
    assertThat(lu.get("message")).isEqualTo("acte 999");
  }
}
