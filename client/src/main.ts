import { mount } from 'svelte'
import App from './App.svelte'
import { applyDisplay } from './state/display.svelte.js'
import { startRouter } from './state/router.svelte.js'
import './styles/index.css'

applyDisplay()
startRouter()
mount(App, { target: document.body })
