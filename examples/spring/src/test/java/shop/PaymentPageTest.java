package shop;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class PaymentPageTest {
    @MockitoBean
    PaymentGateway payments;

    @Autowired
    MockMvc mvc;

    @Test
    void saysThatMoneyIsMissing() throws Exception {
        when(payments.charge(anyString(), any())).thenReturn(false);
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": \"a@b.example\", \"product\": \"Pen\", \"pieces\": 1}"))
                .andExpect(status().isPaymentRequired());
    }

    @Test
    void saysThatAllIsWell() throws Exception {
        when(payments.charge(anyString(), any())).thenReturn(true);
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": \"a@b.example\", \"product\": \"Pen\", \"pieces\": 1}"))
                .andExpect(status().isCreated());
    }
}
