import { groups, type Language, lineSet, wordSet } from './language.ts';

export const portuguese: Language = {
  tag: 'pt',
  functionWords: wordSet(`
    a ao aos as ate com como da das de dela dele do dos e ela ele eles em entre era essa esse esta estao estar este
    eu foi ha isso isto ja la mais mas me mesmo meu meus minha minhas na nao nas nem no nos nossa nosso o onde os ou
    para pela pelo por porque posso pode qual quais quando quanto que quem se sem ser seu seus sua suas so sobre
    tambem te tem tenho um uma umas uns voce voces`),
  politeWords: wordSet(`
    ajuda ajudar dizer explicar favor fazer funciona gostaria obrigado obrigada ola pergunta possivel preciso quero
    queria saber usar ver maneira forma ter`),
  synonyms: groups(`
    reembolso, reembolsar, estorno
    devolver, devolucao, troca
    cancelar, cancelamento, encerrar
    senha, palavra-passe
    fatura, recibo, nota fiscal
    preco, custo, tarifa, custa
    pagar, pagamento
    pedido, compra, encomenda, comprar
    entrega, envio, enviar
    excluir, apagar, eliminar, remover
    alterar, mudar, modificar
    plano, assinatura
    desconto, cupom
    entrar, acessar, login`),
  greetings: lineSet(`
    ola
    oi
    bom dia
    boa tarde
    boa noite`),
  thanks: lineSet(`
    obrigado
    obrigada
    muito obrigado
    muito obrigada
    tchau`),
  replies: {
    unsure: 'Não sei a resposta: não encontrei nada sobre isso nos artigos de ajuda.',
    greeting: 'Olá! O que gostaria de saber?',
    thanks: 'De nada!',
  },
};
