import { readFileSync } from 'node:fs'
import { Controller, Get, Header, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { LetterHeaders } from './letter-headers.js'
import { LettersService } from './letters.service.js'

const css = readFileSync(new URL('./pages.css', import.meta.url), 'utf8')
const HTML = 'text/html; charset=utf-8'

/**
 * The pages behind the links of mails. GET shows, POST acts: programs that open every link of a mail change nothing.
 * A post needs no cookie and no form: mailboxes stop an alert by posting to /u/TOKEN by themselves (RFC 8058).
 */
@ApiExcludeController()
@UseInterceptors(LetterHeaders)
@Controller()
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  @Get('letters.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return css
  }

  @Get('s/:token')
  @Header('content-type', HTML)
  async askToConfirm(@Param('token') token: string): Promise<string> {
    return this.letters.confirmPage(token)
  }

  @Post('s/:token')
  @HttpCode(200)
  @Header('content-type', HTML)
  async confirm(@Param('token') token: string): Promise<string> {
    return this.letters.confirm(token)
  }

  @Get('u/:token')
  @Header('content-type', HTML)
  async askToStop(@Param('token') token: string): Promise<string> {
    return this.letters.stopPage(token)
  }

  @Post('u/:token')
  @HttpCode(200)
  @Header('content-type', HTML)
  async stop(@Param('token') token: string): Promise<string> {
    return this.letters.stop(token)
  }

  @Get('a/:token')
  @Header('content-type', HTML)
  async show(@Param('token') token: string): Promise<string> {
    return this.letters.alertPage(token)
  }

  @Post('a/:token/pause')
  @HttpCode(200)
  @Header('content-type', HTML)
  async pause(@Param('token') token: string): Promise<string> {
    return this.letters.pause(token, true)
  }

  @Post('a/:token/resume')
  @HttpCode(200)
  @Header('content-type', HTML)
  async resume(@Param('token') token: string): Promise<string> {
    return this.letters.pause(token, false)
  }

  @Get('f/:token/:verdict')
  @Header('content-type', HTML)
  async askForAnswer(
    @Param('token') token: string,
    @Param('verdict') verdict: string,
    @Query('need') need?: string,
    @Query('idea') idea?: string,
  ): Promise<string> {
    return this.letters.answerPage(token, { verdict, need, idea })
  }

  @Post('f/:token/:verdict')
  @HttpCode(200)
  @Header('content-type', HTML)
  async answer(
    @Param('token') token: string,
    @Param('verdict') verdict: string,
    @Query('need') need?: string,
    @Query('idea') idea?: string,
  ): Promise<string> {
    return this.letters.answer(token, { verdict, need, idea })
  }
}
