import { lexicon, valued } from '../lexicon.ts';

/** Spanish: a short list of words and phrases that help desks read. */
export const spanish = lexicon({
  split: word => [word],
  words: valued([
    [
      `
      excelente excelentes perfecto perfecta genial maravilloso maravillosa fantástico fantástica increíble encanta
      encantó encantado encantada estupendo estupenda fenomenal magnífico magnífica buenísimo buenísima amo
      espectacular impecable`,
      3,
    ],
    [
      `
      bueno buena buenos buenas buen bien feliz contento contenta satisfecho satisfecha amable amables útil
      solucionado solucionada resuelto resuelta funciona funcionó ayudó recomiendo recomendable aliviado aliviada
      agradecido agradecida mejor bonito bonita gusta gustó sirvió`,
      2,
    ],
    ['rápido rápida rápidos rapidísimo fácil sencillo cómodo puntual eficiente claro', 1],
    [
      `
      caro cara caros lento lenta complicado confuso confusa error errores problema problemas fallo fallos tarde
      lamentablemente desafortunadamente difícil tardan demora`,
      -1.4,
    ],
    [
      `
      mal malo mala malos malas roto rota rotos rotas dañado dañada defectuoso defectuosa equivocado equivocada
      incorrecto incorrecta decepcionado decepcionada decepcionante descontento descontenta insatisfecho insatisfecha
      molesto molesta enojado enojada enfadado enfadada falla falló bloqueado bloqueada perdido perdida sucio sucia
      grosero grosera maleducado frustrado frustrada frustrante harto harta ignoran caído caída pésimo pésima`,
      -2,
    ],
    [
      `
      terrible horrible horroroso inaceptable vergüenza estafa estafadores ladrones fraude ridículo ridícula inútil
      desastre basura mierda odio furioso furiosa indignante asco engaño mentira mentirosos vergonzoso peor fatal`,
      -3,
    ],
  ]),
  negations: 'no ni nunca jamás sin tampoco nada apenas',
  degrees: valued([
    ['muy realmente tan super súper totalmente demasiado bastante extremadamente muchísimo', 1.3],
    ['algo poco', 0.7],
  ]),
  contrasts: 'pero sino aunque',
  conditions: 'si',
  requests: `
      qué; cómo; cuándo; dónde; cuál|cuáles; cuánto|cuánta|cuántos|cuántas; quién; a qué|quién; en qué; hay
      puedo|puede|pueden|podría|podrían|podemos|puedes|podrías
      tienen|tiene|tienes|ofrecen|venden|hacen|envían|aceptan|abren; es posible
      quiero|quisiera|quería|necesito|busco|deseo|queremos|necesitamos * cambiar|saber|hablar|comprar|reservar|una|un|información|ayuda|cancelar|devolver|contratar|pedir
      me gustaría; quisiera; por favor; estoy buscando|interesado|interesada; tengo una pregunta|duda; necesito`,
  reproaches: 'por qué; cuántas veces; hasta cuándo; cuánto más',
  phrases: [
    [
      `
      prueba gratis|gratuita; versión gratuita|gratis; envío gratis|gratuito; buenos|buen días|día
      buenas tardes|noches; no gracias; sí por favor; no solo; qué tal; más bien; o bien; está bien; si bien
      mensaje|código de error; me gustaría; buen fin; feliz navidad|año|cumpleaños
      mejor forma|manera|plan|opción|precio; a lo mejor; hacer|hago bien; no hay problema; no importa
      sería genial|bueno|ideal|perfecto; sin compromiso|contrato|costo; qué pasa`,
      0,
    ],
    [
      `
      problema|error|asunto|duda|fallo * resuelto|solucionado|aclarado|arreglado|resuelta|aclarada
      todo|ya bien|perfecto|funciona|solucionado|resuelto|listo|claro; ya * funciona|puedo
      sin|ningún * problema|problemas; nada mal; no está mal; no puedo quejarme; justo|exactamente|precisamente lo que
      lo que buscaba|necesitaba|quería; buen|gran|excelente trabajo|servicio|producto|atención
      muy bien|amable|amables|contento|contenta|feliz|satisfecho|satisfecha; sigan así; sigue así; mil gracias
      muchísimas gracias; me|nos ayudó|ayudaron|encanta|encantó|sirvió; los|lo|la recomiendo; cinco estrellas
      volveré * comprar; el|la|los mejor|mejores servicio|atención|producto; llegó * antes|tiempo|bien|perfecto
      quedó|salió * bien|perfecto; da gusto`,
      2.5,
    ],
    [
      `
      devuelvan|devuélvanme|devolver|devuelva|regresen|reembolsen * dinero|plata; mi dinero
      cobrado|cobraron|cobrar|cobró|cargado|cargaron * dos|doble|tres|veces; dos veces * mismo|misma
      doble cargo|cobro; tercera|cuarta|quinta vez; ya * pregunté|dije|expliqué|envié|mandé|escribí * veces|antes
      nadie * responde|contesta|ayuda|atiende|respondió|contestó|soluciona|llama|sabe|escucha
      nunca * llegó|llega|recibí|funcionó|funciona|responden|contestan|más|llegaron|respondieron; estoy harto|harta
      es el colmo; una|qué tomadura|vergüenza|burla|estafa|desastre; pérdida de tiempo; perder|perdiendo * tiempo
      abogado; denunciar|denuncia|denunciaré; gracias por nada; me están tomando|estafando|robando; se burlan|ríen
      una estrella; cero estrellas; no vuelvo|volveré * comprar|nunca|más; exijo`,
      -3,
    ],
    [
      `
      no * funciona|funcionan|sirve|sirven|carga|abre|llega|llegó|ayuda|ayudó|entiende|entienden|responde|responden|contestan|acepta|conecta|deja|permite|aparece|encuentro|recibí|recibido|llegado|entra|gusta|gustó|responden|resuelve|solucionan|leen|escuchan
      no me|nos sirve|ayuda|deja|entiende|entienden|llega|llegó|funciona|gusta
      sigue|siguen|sigo sin|esperando|igual|mal|roto|fallando
      no * puedo|pude|podemos|logro * entrar|iniciar|acceder|pagar|abrir|ver|usar|hacer|enviar|descargar|cambiar|ingresar|conectar|encontrar
      llevo|llevamos * esperando|días|semanas|horas|meses|sin; esperando * hace|desde|días|semanas|horas
      todavía|aún * no|nada|esperando|sin; no es * lo que|justo|normal|posible|correcto
      no era|fue * lo que|mi pregunta; nada funciona|sirve|ayuda|cambia; de nada * sirve; sirve de|para nada
      muy|qué|tan mal|malo|mala|lento|lenta|caro|caros|descontento
      demasiado|muy caro|lento|tarde|complicado|difícil|cara
      llegó|llegaron|vino|está|estaba|viene * roto|rota|dañado|dañada|defectuoso|tarde|abierto|vacío|incompleto|equivocado
      talla|color|pedido|producto|artículo equivocado|equivocada|incorrecto|incorrecta
      por qué * tan|siempre|no|tarda|tardan|nunca; tarda|tardan * mucho|demasiado|tanto
      siempre * error|falla|mismo|misma|mal; se cierra|cuelga|congela|bloquea|cae|traba; me sale|da|aparece * error
      la misma respuesta; lo mismo * siempre|otra; otra vez * error|lo|mal|sin
      ya * dije|pregunté|expliqué|envié|mandé; no contento|satisfecho|feliz|satisfecha|contenta
      mal servicio|producto|atención; sin respuesta|solución|aviso|avisar; antes * mejor|funcionaba; competencia`,
      -2,
    ],
  ],
  courtesies: `
      gracias; muchas gracias; gracias por; muchas gracias por; mil gracias; muy amable; te|le|les agradezco
      muchísimas gracias`,
  asksForHuman: `
      persona real; ser humano; un humano
      hablar|chatear * persona|humano|agente|alguien|operador|asesor|representante`,
});
